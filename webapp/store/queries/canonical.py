"""A collection's events as the canonical tables hold them, for deriving the timeline from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from webapp.store.tables import (
    Actor,
    Citation,
    Document,
    Event,
    EventReport,
    Participation,
    Publication,
    Report,
    Segment,
    Timex,
)
from webapp.store.tables.base import AnyRow, AnySelect
from webapp.text.span import Span

_OF_REPORTS = (
    EventReport.event_id,
    EventReport.number,
    EventReport.document_id,
    EventReport.report,
    EventReport.follows,
    EventReport.conflicts,
    Report.cited,
    Report.clause_start,
    Report.clause_end,
    Report.has_when,
    Report.begins,
    Report.ends,
    Report.granularity,
    Report.basis,
    Report.timex,
    Citation.end,
    Citation.quote,
    Document.hash,
    Document.title,
    Document.publisher,
    Publication.number.label("publication"),
    Publication.likely,
)


def events(connection: Connection, collection_id: int) -> Sequence[AnyRow]:
    """In the timeline's order."""
    query = select(Event.__table__).where(Event.collection_id == collection_id).order_by(Event.position)
    return connection.execute(query).all()


def reports_with_sources() -> AnySelect:
    """Reports of events with the sentence, the document and the story they stand in."""
    return (
        select(*_OF_REPORTS)
        .join(
            Report,
            (Report.document_id == EventReport.document_id) & (Report.number == EventReport.report),
        )
        .join(
            Citation,
            (Citation.document_id == Report.document_id) & (Citation.start == Report.cited),
        )
        .join(Document, Document.id == EventReport.document_id)
        .outerjoin(
            Segment,
            (Segment.document_id == Report.document_id)
            & (Segment.start <= Report.cited)
            & (Report.cited < Segment.end),
        )
        .outerjoin(
            Publication,
            (Publication.document_id == Segment.document_id) & (Publication.number == Segment.publication),
        )
        .order_by(EventReport.event_id, EventReport.number)
    )


def reports(connection: Connection, collection_id: int) -> Sequence[AnyRow]:
    return connection.execute(reports_with_sources().where(EventReport.collection_id == collection_id)).all()


def people(connection: Connection, collection_id: int) -> Sequence[AnyRow]:
    """Who has a part in each event, in the events' own order."""
    query = (
        select(Participation.event_id, Participation.actor_id, Participation.part, Actor.name, Actor.kind)
        .join(
            Actor,
            (Actor.collection_id == Participation.collection_id) & (Actor.id == Participation.actor_id),
        )
        .where(Participation.collection_id == collection_id)
        .order_by(Participation.event_id, Participation.number)
    )
    return connection.execute(query).all()


def time_spans(connection: Connection, collection_id: int) -> dict[int, list[Span]]:
    """Where each document of the collection speaks of a time, in order."""
    query = (
        select(Timex.document_id, Timex.start, Timex.end)
        .join(Document, Document.id == Timex.document_id)
        .where(Document.collection_id == collection_id)
        .order_by(Timex.document_id, Timex.start)
    )
    found: dict[int, list[Span]] = defaultdict(list)
    for document_id, start, end in connection.execute(query):
        found[document_id].append(Span(start, end))
    return found
