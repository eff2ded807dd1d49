"""An article with everything marked: its text in runs, the account of its time expressions, its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from webapp.context.publication import Evidence
from webapp.context.segment import Role
from webapp.extract.report import Outcome
from webapp.services import runs
from webapp.services.pages import (
    AccountRow,
    DocumentPage,
    DocumentRow,
    EvidenceRow,
)
from webapp.store import cards
from webapp.store.queries import account, documents, edits, events
from webapp.store.queries.documents import Stored
from webapp.store.tables.base import AnyRow
from webapp.temporal.algebra.interval import Interval
from webapp.text.span import Span
from webapp.timeline.page import Card


def page(connection: Connection, stored: Stored, row: DocumentRow, *, cite: int | None) -> DocumentPage:
    """`cite` may be any character of the sentence that the reader came for."""
    told = events.of_document(connection, stored.id)
    timexes = account.timexes(connection, stored.id)
    marks = _marks(connection, stored.id, told, timexes, cite)
    cited = next(iter(marks.told.get(marks.cited, ())), "")
    here, before, after = _around(connection, stored.collection_id, cited)
    return DocumentPage(
        row=row,
        blocks=tuple(runs.blocks(stored.document.text, marks)),
        account=tuple(_account(timexes, {report.report: report.event_id for report in told})),
        evidence=_evidence(connection, row.publication.evidence),
        cited_event=here,
        before=before,
        after=after,
        can_undo=_can_undo(connection, stored.document.hash),
    )


def _marks(
    connection: Connection,
    document_id: int,
    told: Iterable[AnyRow],
    timexes: Iterable[AnyRow],
    cite: int | None,
) -> runs.Marks:
    sentences = account.sentences(connection, document_id)
    by_sentence: dict[int, list[str]] = defaultdict(list)
    for report in told:
        by_sentence[report.cited].append(report.event_id)
    parts = account.segments(connection, document_id)
    return runs.Marks(
        sentences=sentences,
        times=[Span(timex.start, timex.end) for timex in timexes],
        parts=[runs.Part(Span(part.start, part.end), Role(part.role), part.story) for part in parts],
        told=by_sentence,
        cited=-1 if cite is None else runs.sentence_at(sentences, cite),
    )


def _can_undo(connection: Connection, document_hash: str) -> int | None:
    made = edits.of_documents(connection, [document_hash]).get(document_hash, ())
    standing = [edit.id for edit in edits.standing(made) if edit.kind == edits.REDATE]
    return standing[-1] if standing else None


def _around(
    connection: Connection, collection_id: int, event_id: str
) -> tuple[Card | None, Card | None, Card | None]:
    """The cited event's card, and those next to it on the main timeline."""
    here = events.card(connection, collection_id, event_id) if event_id else None
    if here is None:
        return None, None, None
    before = events.neighbour(connection, collection_id, here.tkey, before=True)
    after = events.neighbour(connection, collection_id, here.tkey, before=False)
    return cards.card(here), _card(before), _card(after)


def _card(row: AnyRow | None) -> Card | None:
    return None if row is None else cards.card(row)


def _account(timexes: Iterable[AnyRow], event_of: dict[int, str]) -> Iterable[AccountRow]:
    for timex in timexes:
        interval = Interval(timex.begins, timex.ends)
        yield AccountRow(
            text=timex.text,
            start=timex.start,
            value=timex.value,
            type=timex.type,
            outcome=Outcome(timex.outcome),
            reason=timex.reason,
            event=event_of.get(timex.report, "") if timex.report is not None else "",
            first=interval.first_day,
            last=interval.last_day,
        )


def _evidence(connection: Connection, evidence: Sequence[Evidence]) -> tuple[EvidenceRow, ...]:
    others = documents.titles_by_hash(connection, [item.document for item in evidence if item.document])
    rows = []
    for item in evidence:
        document_id, title = others.get(item.document, (None, ""))
        rows.append(
            EvidenceRow(
                kind=item.kind.value,
                text=item.text,
                first=item.bounds.first_day,
                last=item.bounds.last_day,
                start=None if item.span is None else item.span.start,
                document=document_id,
                document_title=title,
            )
        )
    return tuple(rows)
