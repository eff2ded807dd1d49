"""Questions of the timeline page, answered from the derived tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from webapp.store import full_text
from webapp.store.queries.canonical import reports_with_sources
from webapp.store.queries.events import cards
from webapp.store.queries.matching import But, conditions, counted, may_lie_outside
from webapp.store.tables import Actor, Document, EventReport, TlEvent, TlEventActor, TlSource
from webapp.store.tables.base import AnyRow
from webapp.store.tables.timeline import TOOK_PART
from webapp.timeline.filters import Filter, Order

_WORD = r"[^\W_]+"


@dataclass(frozen=True, slots=True)
class Totals:
    dated: int
    undated: int
    set_aside: int
    outside: int


def page(connection: Connection, collection_id: int, filter: Filter) -> tuple[list[AnyRow], bool]:
    """The dated events of the page with those without a day in between, and whether there are more."""
    matching = conditions(connection, collection_id, filter)
    order = _by_date(filter)
    query = cards().where(*matching).order_by(order)
    paged = query.where(TlEvent.is_dated.is_(True)).limit(filter.limit + 1).offset(filter.offset)
    dated = list(connection.execute(paged))
    has_more = len(dated) > filter.limit
    beyond = dated[filter.limit].tkey if has_more else None
    dated = dated[: filter.limit]
    begin = dated[0].tkey if filter.offset and dated else None
    if filter.offset and not dated:
        return [], False
    between = _between(filter, begin, beyond)
    undated = connection.execute(query.where(TlEvent.is_dated.is_(False), *between))
    rows = sorted([*dated, *undated], key=lambda row: row.tkey, reverse=filter.order is Order.NEWEST)
    return rows, has_more


def all_rows(connection: Connection, collection_id: int, filter: Filter) -> Iterator[AnyRow]:
    """Everything under the filter in its order, in portions."""
    query = cards().where(*conditions(connection, collection_id, filter)).order_by(_by_date(filter))
    yield from connection.execution_options(yield_per=1000).execute(query)


def totals(connection: Connection, collection_id: int, filter: Filter) -> Totals:
    """How many there are; those beside the main story are counted whether or not they are shown."""
    matching = conditions(connection, collection_id, filter, But.SET_ASIDE)
    query = (
        select(
            TlEvent.is_dated,
            TlEvent.is_set_aside,
            func.count().label("events"),
            func.sum(case((may_lie_outside(filter), 1), else_=0)).label("outside"),
        )
        .where(*matching)
        .group_by(TlEvent.is_dated, TlEvent.is_set_aside)
    )
    rows = connection.execute(query).all()
    shown = [row for row in rows if filter.set_aside or not row.is_set_aside]
    return Totals(
        dated=sum(row.events for row in shown if row.is_dated),
        undated=sum(row.events for row in shown if not row.is_dated),
        set_aside=sum(row.events for row in rows if row.is_set_aside),
        outside=sum(row.outside for row in shown),
    )


def how_many(connection: Connection, collection_id: int, filter: Filter) -> int:
    """Events that count (see `counted`) under the filter."""
    query = select(func.count()).select_from(TlEvent)
    matching = conditions(connection, collection_id, filter)
    return connection.scalar(query.where(*matching, counted(filter))) or 0


def actors(
    connection: Connection,
    collection_id: int,
    filter: Filter,
    *,
    limit: int,
    only: Sequence[str] = (),
    but: tuple[But, ...] = (But.ACTORS,),
    undated: bool = False,
) -> Sequence[AnyRow]:
    """Under the other filters: actor, name, kind, events they took part in, all events they stand in.

    Those with the most events; `only` asks for these alone, `undated` for events without a day.
    """
    matching = conditions(connection, collection_id, filter, *but)
    wanted = TlEvent.is_dated.is_(False) if undated else counted(filter)
    took_part = func.sum(case((TlEventActor.role == TOOK_PART, 1), else_=0)).label("took_part")
    counts = (
        select(TlEventActor.actor_id, took_part, func.count().label("events"))
        .join(
            TlEvent,
            and_(TlEvent.collection_id == TlEventActor.collection_id, TlEvent.tkey == TlEventActor.tkey),
        )
        .where(*matching, wanted)
        .group_by(TlEventActor.actor_id)
        .order_by(took_part.desc(), func.count().desc(), TlEventActor.actor_id)
        .limit(limit)
    )
    if only:
        counts = counts.where(TlEventActor.actor_id.in_(only))
    involved = counts.subquery()
    query = select(involved, Actor.name, Actor.kind).join(
        Actor, and_(Actor.collection_id == collection_id, Actor.id == involved.c.actor_id)
    )
    return connection.execute(query).all()


def names(connection: Connection, collection_id: int, ids: Sequence[str]) -> Sequence[AnyRow]:
    """Name and kind of these actors."""
    query = select(Actor.id, Actor.name, Actor.kind)
    return connection.execute(query.where(Actor.collection_id == collection_id, Actor.id.in_(ids))).all()


def statuses(connection: Connection, collection_id: int, filter: Filter) -> dict[str, int]:
    matching = conditions(connection, collection_id, filter, But.STATUSES)
    return _by(connection, TlEvent.status, [*matching, counted(filter)])


def known(connection: Connection, collection_id: int, filter: Filter) -> dict[str, int]:
    """How the dates are known; this one counts events without a day as well."""
    return _by(connection, TlEvent.known, conditions(connection, collection_id, filter, But.KNOWN))


def publishers(connection: Connection, collection_id: int, filter: Filter) -> dict[str, int]:
    matching = conditions(connection, collection_id, filter, But.PUBLISHERS)
    query = (
        select(TlSource.publisher, func.count())
        .join(
            TlEvent,
            and_(TlEvent.collection_id == TlSource.collection_id, TlEvent.tkey == TlSource.tkey),
        )
        .where(*matching, counted(filter))
        .group_by(TlSource.publisher)
    )
    return dict(connection.execute(query).all())


def days(connection: Connection, collection_id: int, filter: Filter) -> Sequence[AnyRow]:
    """Dated events and planned ones by first day (last where the first is open), without the range."""
    day = func.coalesce(TlEvent.first, TlEvent.last).label("day")
    planned = func.sum(case((TlEvent.status == "planned", 1), else_=0)).label("planned")
    matching = conditions(connection, collection_id, filter.without_range())
    query = (
        select(day, func.count().label("events"), planned)
        .where(*matching, TlEvent.is_dated.is_(True), day.is_not(None))
        .group_by(day)
        .order_by(day)
    )
    return connection.execute(query).all()


def documents_with(connection: Connection, collection_id: int, typed: str) -> int:
    """How many documents hold the text anywhere."""
    query = select(func.count()).select_from(Document).where(Document.collection_id == collection_id)
    return connection.scalar(query.where(Document.id.in_(full_text.documents_with(connection, typed)))) or 0


def articles_with(connection: Connection, collection_id: int, typed: str, *, limit: int) -> Sequence[AnyRow]:
    """Id and title of the documents that hold the text anywhere."""
    found = Document.id.in_(full_text.documents_with(connection, typed))
    query = select(Document.id, Document.title).where(Document.collection_id == collection_id, found)
    return connection.execute(query.order_by(Document.title, Document.id).limit(limit)).all()


def sentences_with(
    connection: Connection, collection_id: int, event_ids: Sequence[str], typed: str
) -> Sequence[AnyRow]:
    """Of what is said of these events, the sentences that hold the text, in order."""
    query = reports_with_sources().where(
        EventReport.collection_id == collection_id, EventReport.event_id.in_(event_ids)
    )
    return [row for row in connection.execute(query) if _holds(row.quote, typed)]


def _holds(text: str, typed: str) -> bool:
    """Does a sentence hold what was typed, as the index would find it?"""
    words = f" {' '.join(re.findall(_WORD, full_text.fold(text)))} "
    wanted = (f" {' '.join(phrase)}" for phrase in full_text.phrases(typed))  # a quoted one ends in ""
    return all(phrase in words for phrase in wanted)


def _by(
    connection: Connection, column: InstrumentedAttribute[str], matching: Sequence[ColumnElement[bool]]
) -> dict[str, int]:
    query = select(column, func.count()).where(*matching).group_by(column)
    return dict(connection.execute(query).all())


def _by_date(filter: Filter) -> ColumnElement[int]:
    return TlEvent.tkey.desc() if filter.order is Order.NEWEST else TlEvent.tkey.asc()


def _between(filter: Filter, begin: int | None, beyond: int | None) -> list[ColumnElement[bool]]:
    """From the first dated event of the page (on the first: from the start) up to the first of the next."""
    newest = filter.order is Order.NEWEST
    found = []
    if begin is not None:
        found.append(TlEvent.tkey < begin if newest else TlEvent.tkey > begin)
    if beyond is not None:
        found.append(TlEvent.tkey > beyond if newest else TlEvent.tkey < beyond)
    return found
