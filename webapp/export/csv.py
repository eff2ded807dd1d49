"""A timeline as comma-separated values, one line for each event, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from webapp.export.dates import bounding_days, granularity_word, said_days
from webapp.timeline.page import Card, Person

HEADER = (
    "date_start",
    "date_end",
    "granularity",
    "is_dated",
    "not_before",
    "not_after",
    "status",
    "how_known",
    "label",
    "took_part",
    "mentioned",
    "quote",
    "publisher",
    "article",
    "event_id",
    "address",
)
# A spreadsheet takes a cell that begins with one of these for a formula; the quote mark in front stops it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(cards: Iterable[Card], *, address: Callable[[str], str]) -> Iterator[str]:
    """The header and then a line for each event as it comes; `address` makes a permalink of an event's id.

    Days are both included; an open end is empty. An event without a day has no date, only the bounds that its
    place in the telling leaves.
    """
    yield _line(HEADER)
    for card in cards:
        yield _line([_safe(cell) for cell in _cells(card, address)])


def _cells(card: Card, address: Callable[[str], str]) -> tuple[str, ...]:
    return (
        *(day or "" for day in said_days(card)),
        granularity_word(card.granularity) if card.is_dated else "",
        "true" if card.is_dated else "false",
        *(day or "" for day in bounding_days(card)),
        card.status.value,
        card.known.value,
        card.label,
        _names(card.took_part),
        _names(card.mentioned),
        "".join(piece.text for piece in card.quote),
        card.publisher,
        card.document_title,
        card.id,
        address(card.id),
    )


def _names(persons: Iterable[Person]) -> str:
    return "; ".join(person.name for person in persons)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
