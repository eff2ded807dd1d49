"""Questions about documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, distinct, exists, func, select

from webapp.store.tables import Document, Event, EventReport, Mark, Publication, Reading, Timex
from webapp.store.tables.base import AnyRow, AnySelect
from webapp.text import document as text
from webapp.text.span import Span


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as it was handed in, with its place in the store."""

    id: int
    collection_id: int
    document: text.Document


def of_collection(connection: Connection, collection_id: int) -> tuple[Stored, ...]:
    """All of it, texts included, in order of id."""
    return _stored(connection, _documents().where(Document.collection_id == collection_id))


def by_id(connection: Connection, document_id: int) -> Stored | None:
    return next(iter(_stored(connection, _documents().where(Document.id == document_id))), None)


def by_hash(connection: Connection, document_hash: str) -> tuple[int, int] | None:
    """Id and collection."""
    query = select(Document.id, Document.collection_id).where(Document.hash == document_hash)
    row = connection.execute(query).one_or_none()
    return None if row is None else (row.id, row.collection_id)


def has_any(connection: Connection, collection_id: int) -> bool:
    return bool(connection.scalar(select(exists().where(Document.collection_id == collection_id))))


def how_many(connection: Connection, collection_id: int) -> int:
    query = select(func.count()).select_from(Document).where(Document.collection_id == collection_id)
    return connection.scalar(query) or 0


def titles_by_hash(connection: Connection, hashes: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Id and title of those that are there."""
    query = select(Document.hash, Document.id, Document.title).where(Document.hash.in_(hashes))
    return {row.hash: (row.id, row.title) for row in connection.execute(query)}


def listed(connection: Connection, document_id: int | None = None) -> Sequence[AnyRow]:
    """What the list of articles says of each, or of one."""
    query = (
        select(
            Document.id,
            Document.collection_id,
            Document.hash,
            Document.title,
            Document.publisher,
            Document.url,
            Reading.is_read,
            Reading.engine,
            Publication.begins,
            Publication.ends,
            Publication.likely,
            Publication.confidence,
        )
        .outerjoin(Reading, Reading.document_id == Document.id)
        .outerjoin(Publication, (Publication.document_id == Document.id) & (Publication.number == 0))
        .order_by(Document.id)
    )
    if document_id is not None:
        query = query.where(Document.id == document_id)
    return connection.execute(query).all()


def events_told(connection: Connection, document_id: int | None = None) -> dict[int, tuple[int, int]]:
    """For each document, how many events of the main timeline it tells, with and without a day."""
    query = (
        select(EventReport.document_id, Event.is_dated, func.count(distinct(Event.id)).label("events"))
        .join(
            Event,
            (Event.collection_id == EventReport.collection_id) & (Event.id == EventReport.event_id),
        )
        .where(Event.is_set_aside.is_(False))
        .group_by(EventReport.document_id, Event.is_dated)
    )
    if document_id is not None:
        query = query.where(EventReport.document_id == document_id)
    found: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in connection.execute(query):
        dated, undated = found[row.document_id]
        found[row.document_id] = (row.events, undated) if row.is_dated else (dated, row.events)
    return found


def set_aside(connection: Connection, document_id: int | None = None) -> dict[int, int]:
    """For each document, how many of its time expressions were set aside."""
    query = (
        select(Timex.document_id, func.count().label("expressions"))
        .where(Timex.outcome == "set-aside")
        .group_by(Timex.document_id)
    )
    if document_id is not None:
        query = query.where(Timex.document_id == document_id)
    return {row.document_id: row.expressions for row in connection.execute(query)}


def _documents() -> AnySelect:
    return select(
        Document.id,
        Document.collection_id,
        Document.text,
        Document.title,
        Document.publisher,
        Document.url,
        Document.language,
        Document.given_day,
        Document.metadata_day,
    ).order_by(Document.id)


def _stored(connection: Connection, query: AnySelect) -> tuple[Stored, ...]:
    rows = connection.execute(query).all()
    marked: dict[int, list[text.Marked]] = defaultdict(list)
    marks = select(Mark.document_id, Mark.start, Mark.end, Mark.role).order_by(Mark.document_id, Mark.number)
    for mark in connection.execute(
        marks.where(Mark.document_id.in_(query.with_only_columns(Document.id).order_by(None)))
    ):
        marked[mark.document_id].append(text.Marked(Span(mark.start, mark.end), mark.role))
    return tuple(Stored(row.id, row.collection_id, _document(row, marked[row.id])) for row in rows)


def _document(row: AnyRow, marked: Sequence[text.Marked]) -> text.Document:
    return text.Document(
        text=row.text,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        language=row.language,
        given_date=_date(row.given_day),
        metadata_date=_date(row.metadata_day),
        marked=tuple(marked),
    )


def _date(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)
