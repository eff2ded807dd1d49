"""Day numbers as tables and programs want them."""

from __future__ import annotations

from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.point import Point
from webapp.timeline.page import Card


def iso_day(day: int | None) -> str:
    """A day as ISO 8601 writes it, "" for an open end. Years before 1 are astronomical: 44 BC is -0043.

    >>> iso_day(Point.of(2024, 11, 15).day), iso_day(Point.of(-43, 3, 15).day), iso_day(None)
    ('2024-11-15', '-0043-03-15', '')
    """
    return "" if day is None else str(Point(day))


def granularity_word(granularity: Granularity | None) -> str:
    return "" if granularity is None else granularity.name.lower()


def said_days(card: Card) -> tuple[str | None, str | None]:
    """First and last day, both included; none of an event without a day."""
    return _days(card) if card.is_dated else (None, None)


def bounding_days(card: Card) -> tuple[str | None, str | None]:
    """Where the day of an event without one must lie; none of a dated event, which needs no bounds."""
    return (None, None) if card.is_dated else _days(card)


def _days(card: Card) -> tuple[str | None, str | None]:
    return iso_day(card.first) or None, iso_day(card.last) or None
