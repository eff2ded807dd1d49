"""The list of the timeline: cards under years, months and dates, in the order they came in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from webapp.temporal.algebra.point import civil_from_days
from webapp.timeline.page import Card
from webapp.views.translation import gettext as _
from webapp.views.wording import month_name, month_words, span_words, undated_words, weekday_name, year_words

_UNKNOWN = (None, None)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in the date column: weekday over day for a day, words for anything longer.

    `rest` is the month and year for where no heading stays in view.
    """

    words: str
    weekday: str = ""
    day: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Cards that share their date; `mark` is `None` for those without a day, which stand under `words`."""

    words: str
    mark: Mark | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A month, or what a year holds outside of months. `year` is empty where the year goes on from above."""

    year: str
    month: str
    entries: tuple[Entry, ...]


def sections(cards: Iterable[Card]) -> tuple[Section, ...]:
    found: list[Section] = []
    shown = ""
    for (year, month), group in groupby(_placed(cards), key=lambda placed: placed[0]):
        words = year_words(year) if year is not None else ""
        heading = "" if words == shown else words or _("Nothing says when")
        found.append(Section(heading, month_name(month) if month else "", _entries(c for _, c in group)))
        shown = words
    return tuple(found)


def _placed(cards: Iterable[Card]) -> Iterable[tuple[tuple[int | None, int | None], Card]]:
    """Each card with the year and month it stands under; one without any bounds stays where it came."""
    here: tuple[int | None, int | None] = _UNKNOWN
    for card in cards:
        own = _own_place(card)
        here = here if own == _UNKNOWN else own
        yield here, card


def _own_place(card: Card) -> tuple[int | None, int | None]:
    day = card.first if card.first is not None else card.last
    if day is None:
        return _UNKNOWN
    year, month, _day = civil_from_days(day)
    if card.is_dated and not _within_month(card.first, card.last):
        return year, None
    return year, month


def _within_month(first: int | None, last: int | None) -> bool:
    if first is None or last is None:
        return False
    return civil_from_days(first)[:2] == civil_from_days(last)[:2]


def _entries(cards: Iterable[Card]) -> tuple[Entry, ...]:
    groups = groupby(cards, key=lambda c: (c.is_dated, c.first, c.last, c.lasts))
    return tuple(_entry(tuple(group)) for _key, group in groups)


def _entry(cards: tuple[Card, ...]) -> Entry:
    card = cards[0]
    if not card.is_dated:
        return Entry(undated_words(card.first, card.last), None, cards)
    words = card_date(card)
    return Entry(words, _mark(card, words), cards)


def card_date(card: Card) -> str:
    """A card's date in full words."""
    if not card.is_dated:
        return undated_words(card.first, card.last)
    return span_words(card.first, card.last, lasts=card.lasts, granularity=card.granularity)


def _mark(card: Card, words: str) -> Mark:
    if card.first is None or card.first != card.last:
        return Mark(_column_words(card, words))
    number = str(civil_from_days(card.first)[2])
    return Mark(words, weekday_name(card.first, short=True), number, month_words(card.first, short=True))


def _column_words(card: Card, words: str) -> str:
    """The heading above says the month already, so a whole month reads "some day in June"."""
    if card.first is None or card.last is None:
        return words
    first, after = civil_from_days(card.first), civil_from_days(card.last + 1)
    if not card.lasts and _within_month(card.first, card.last) and first[2] == 1 and after[2] == 1:
        return _("some day in %(month)s", month=month_name(first[1]))
    return span_words(card.first, card.last, lasts=card.lasts, granularity=card.granularity, short=True)
