"""Dates that people type and metadata hold."""

from __future__ import annotations

from datetime import date

import pytest

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.point import Point
from webapp.temporal.freeform import parse_typed

TODAY = date(2024, 11, 20)


@pytest.mark.parametrize(
    ("text", "first", "granularity"),
    [
        ("2024-11-15", "2024-11-15", G.DAY),
        ("20241115", "2024-11-15", G.DAY),
        ("2024-11-15T10:30:00Z", "2024-11-15T10:30", G.MINUTE),
        ("2024-11", "2024-11-01", G.MONTH),
        ("15 November 2024", "2024-11-15", G.DAY),
        ("Nov. 15, 2024", "2024-11-15", G.DAY),
        ("June 1998", "1998-06-01", G.MONTH),
        ("1998", "1998-01-01", G.YEAR),
        ("the 1960s", "1960-01-01", G.DECADE),
        ("44 BC", "-0043-01-01", G.YEAR),
        ("15 novembre 2024", "2024-11-15", G.DAY),
        ("15. November 2024", "2024-11-15", G.DAY),
        ("Fri, 15 Nov 2024 10:30:00 GMT", "2024-11-15T10:30", G.MINUTE),
        ("15. 11. 2024", "2024-11-15", G.DAY),
        ("2024年11月15日", "2024-11-15", G.DAY),
    ],
)
def test_typed_date(text: str, first: str, granularity: G) -> None:
    found = parse_typed(text)
    assert found is not None
    assert (str(found.interval.start), found.granularity) == (first, granularity)


@pytest.mark.parametrize(
    "text",
    ["31 February 2024", "2024-02-31", "2024-13", "we", "a", "", "  ", "—", "no date", "x" * 65, "yesterday"],
)
def test_no_date(text: str) -> None:
    assert parse_typed(text) is None


_WILD = [
    "²",
    "-5",
    "+5",
    "5",
    "12",
    "1.5",
    "①",
    "10:30",
    "UTC+99:99",
    "2024-Q3",
    "2024-",
    "-2024",
    "1234567890",
    "2024²",
]
_WILD_WORDS = [
    "1 2",
    "5 2024",
    "x 2024",
    "today 2024",
    "5 sat",
    "12 utc",
    "5 EST",
    "5 days",
    "15² November 2024",
]
_AT_THE_EDGE = ["1 January 0001 +14:00", "2024 UTC+99:99", "00 2024"]


@pytest.mark.parametrize("text", [*_WILD, *_WILD_WORDS, *_AT_THE_EDGE])
@pytest.mark.parametrize("today", [None, TODAY])
def test_what_dateparser_would_take_for_a_date(text: str, today: date | None) -> None:
    assert parse_typed(text, today=today) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("gestern", Point.of(2024, 11, 19)),
        ("il y a 3 jours", Point.of(2024, 11, 17)),
        ("5 mai", Point.of(2024, 5, 5)),
    ],
)
def test_other_languages_count_from_today(text: str, first: Point) -> None:
    found = parse_typed(text, today=TODAY)
    assert found is not None
    assert found.interval.start == first


def test_relative_date_counts_from_today() -> None:
    found = parse_typed("yesterday", today=TODAY)
    assert found is not None
    assert found.interval.start == Point.of(2024, 11, 19)


def test_language_of_the_metadata() -> None:
    found = parse_typed("3 mars 2021", languages=("fr",))
    assert found is not None
    assert found.interval.start == Point.of(2021, 3, 3)
