"""Questions about what was read in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from webapp.context import publication as context
from webapp.store import codec
from webapp.store.tables import Evidence, Publication, Segment, Sentence, Timex
from webapp.store.tables.base import AnyRow
from webapp.temporal import timex as temporal
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Basis
from webapp.text.span import Span


def sentences(connection: Connection, document_id: int) -> list[Span]:
    query = select(Sentence.start, Sentence.end).where(Sentence.document_id == document_id)
    return [Span(row.start, row.end) for row in connection.execute(query.order_by(Sentence.start))]


def segments(connection: Connection, document_id: int) -> Sequence[AnyRow]:
    query = select(Segment.__table__).where(Segment.document_id == document_id)
    return connection.execute(query.order_by(Segment.start)).all()


def timexes(connection: Connection, document_id: int) -> Sequence[AnyRow]:
    """Every time expression and what became of it, in the order of the text; not what was said, to be decoded."""
    columns = [column for column in Timex.__table__.columns if column.name != "said"]
    query = select(*columns).where(Timex.document_id == document_id)
    return connection.execute(query.order_by(Timex.start, Timex.number)).all()


def timex(connection: Connection, document_id: int, index: int) -> AnyRow | None:
    query = select(Timex.__table__).where(Timex.document_id == document_id, Timex.number == index)
    return connection.execute(query).one_or_none()


def time_spans(connection: Connection, document_ids: Sequence[int]) -> dict[int, list[Span]]:
    """Where these documents speak of a time, in order."""
    query = select(Timex.document_id, Timex.start, Timex.end).where(Timex.document_id.in_(document_ids))
    found: dict[int, list[Span]] = defaultdict(list)
    for document_id, start, end in connection.execute(query.order_by(Timex.document_id, Timex.start)):
        found[document_id].append(Span(start, end))
    return found


def publications(
    connection: Connection, document_ids: Sequence[int] | None = None
) -> dict[tuple[int, int], context.Publication]:
    """By document and number (0 is the article's own), with their evidence; of these documents or all."""
    reasons = select(Evidence.__table__).order_by(Evidence.document_id, Evidence.publication, Evidence.number)
    query = select(Publication.__table__)
    if document_ids is not None:
        reasons = reasons.where(Evidence.document_id.in_(document_ids))
        query = query.where(Publication.document_id.in_(document_ids))
    evidence: dict[tuple[int, int], list[context.Evidence]] = defaultdict(list)
    for row in connection.execute(reasons):
        evidence[row.document_id, row.publication].append(_evidence(row))
    return {
        (row.document_id, row.number): _publication(row, evidence[row.document_id, row.number])
        for row in connection.execute(query)
    }


def as_timex(row: AnyRow) -> temporal.Timex:
    """The value that the row was made of."""
    said = {key: codec.decode(value) for key, value in row.said.items()}
    candidate = temporal.Candidate(
        span=Span(row.start, row.end),
        text=row.text,
        rule=row.rule,
        expression=said["expression"],
        cues=said["cues"],
        event=said["event"],
        core=said["core"],
    )
    return temporal.Timex(
        candidate=candidate,
        type=temporal.TimexType(row.type),
        value=row.value,
        anchor=said["anchor"],
        basis=Basis(row.basis),
        when=When(Interval(row.begins, row.ends), row.lasts) if row.has_when else None,
        granularity=None if row.granularity is None else Granularity(row.granularity),
        mod=row.mod,
        quant=row.quant,
        freq=row.freq,
        implied=said["implied"],
        reference=_span(row.reference_start, row.reference_end),
    )


def _publication(row: AnyRow, evidence: Sequence[context.Evidence]) -> context.Publication:
    return context.Publication(
        bounds=Interval(row.begins, row.ends),
        likely=row.likely,
        confidence=context.Confidence(row.confidence),
        evidence=tuple(evidence),
    )


def _evidence(row: AnyRow) -> context.Evidence:
    return context.Evidence(
        kind=context.EvidenceKind(row.kind),
        text=row.text,
        bounds=Interval(row.begins, row.ends),
        span=_span(row.span_start, row.span_end),
        document=row.other_hash,
        is_day=row.is_day,
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
