"""A card of the timeline as it is kept ready (`content`) and as it is shown (`card`)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from webapp.extract.report import ActorKind, Part, Status
from webapp.store.pieces import pieces
from webapp.store.tables.base import AnyRow
from webapp.temporal.algebra.granularity import Granularity
from webapp.text.span import Span
from webapp.timeline.filters import Known
from webapp.timeline.page import Card, Person, Piece

_STRONG, _TIME = 1, 2


def content(
    event: AnyRow,
    reports: Sequence[AnyRow],
    people: Sequence[AnyRow],
    times: Mapping[int, Sequence[Span]],
    labels: Mapping[str, str],
) -> dict[str, Any]:
    """Everything shown and not searched, as JSON. `times` are the time words by document."""
    shown = reports[0]
    return {
        "label": event.label,
        "minute": _minute(event),
        "granularity": event.granularity,
        "lasts": event.lasts,
        "quote": packed(quote_pieces(shown, times.get(shown.document_id, ()))),
        "took_part": [_person(row) for row in people if row.part != Part.MENTIONED.value],
        "mentioned": [_person(row) for row in people if row.part == Part.MENTIONED.value],
        "documents": len({report.document_id for report in reports}),
        "publishers": len({report.publisher for report in reports if report.publisher}),
        "folded": _folded(reports),
        "cite_document": shown.document_id,
        "cite_start": shown.cited,
        "publisher": shown.publisher,
        "document_title": shown.title,
        "as_of": shown.likely,
        "anchor_event": event.anchor_event,
        "anchor_label": labels.get(event.anchor_event, ""),
    }


def card(row: AnyRow) -> Card:
    """From a row of `tl_event` with its `card`."""
    kept = dict(row.card)
    granularity = kept.pop("granularity")
    return Card(
        id=row.event_id,
        first=row.first,
        last=row.last,
        is_dated=row.is_dated,
        is_set_aside=row.is_set_aside,
        status=Status(row.status),
        known=Known(row.known),
        granularity=None if granularity is None else Granularity(granularity),
        quote=unpacked(kept.pop("quote")),
        took_part=_people(kept.pop("took_part")),
        mentioned=_people(kept.pop("mentioned")),
        **kept,
    )


def quote_pieces(report: AnyRow, times: Sequence[Span]) -> tuple[Piece, ...]:
    """The cited sentence cut at its clause and time words; `times` are those of its document, in order."""
    after = bisect_left(times, report.end, key=lambda span: span.start)
    before = bisect_left(times, report.cited, key=lambda span: span.start)
    clause = Span(report.clause_start, report.clause_end)
    return pieces(report.quote, report.cited, clause, times[before:after])


def packed(quote: Iterable[Piece]) -> list[list[Any]]:
    return [[piece.text, piece.strong * _STRONG + piece.time * _TIME] for piece in quote]


def unpacked(quote: Iterable[Sequence[Any]]) -> tuple[Piece, ...]:
    return tuple(Piece(text, bool(marks & _STRONG), bool(marks & _TIME)) for text, marks in quote)


def _minute(event: AnyRow) -> int | None:
    """Only where a time of day was said."""
    if event.granularity is None or event.granularity > Granularity.HOUR or event.begins is None:
        return None
    minute: int = event.begins.minute
    return minute


def _folded(reports: Sequence[AnyRow]) -> int:
    """Sentences that only carry the date over, each once."""
    own = {(report.document_id, report.cited) for report in reports if not report.follows}
    return len({(report.document_id, report.cited) for report in reports if report.follows} - own)


def _person(row: AnyRow) -> list[str]:
    return [row.actor_id, row.name, row.kind]


def _people(kept: Iterable[Sequence[str]]) -> tuple[Person, ...]:
    return tuple(Person(actor_id, name, ActorKind(kind)) for actor_id, name, kind in kept)
