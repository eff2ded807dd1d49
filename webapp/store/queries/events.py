"""Questions about single events."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from webapp.store.queries.canonical import reports_with_sources
from webapp.store.tables import (
    Actor,
    Event,
    EventRedirect,
    EventReport,
    Participation,
    TlCard,
    TlEvent,
)
from webapp.store.tables.base import AnyRow, AnySelect


def find(connection: Connection, event_id: str, *, prefer: int) -> tuple[int, str] | None:
    """Collection and id under which an event stands now, redirects followed; `prefer` is looked in first."""
    here = select(Event.collection_id, Event.id).where(Event.id == event_id)
    moved = select(EventRedirect.collection_id, EventRedirect.new_id).where(EventRedirect.old_id == event_id)
    for query in (here, moved):
        rows = sorted(connection.execute(query).all(), key=lambda row: row[0] != prefer)
        if rows:
            return rows[0][0], rows[0][1]
    return None


def event(connection: Connection, collection_id: int, event_id: str) -> AnyRow | None:
    query = select(Event.__table__).where(Event.collection_id == collection_id, Event.id == event_id)
    return connection.execute(query).one_or_none()


def reports(connection: Connection, collection_id: int, event_id: str) -> Sequence[AnyRow]:
    """What is said of it, in order, with sentence and source."""
    query = reports_with_sources().where(
        EventReport.collection_id == collection_id, EventReport.event_id == event_id
    )
    return connection.execute(query).all()


def involved(connection: Connection, collection_id: int, event_id: str) -> Sequence[AnyRow]:
    """Everybody with a part in it."""
    query = (
        select(Participation.actor_id, Participation.part, Actor.name, Actor.kind)
        .join(
            Actor,
            (Actor.collection_id == Participation.collection_id) & (Actor.id == Participation.actor_id),
        )
        .where(Participation.collection_id == collection_id, Participation.event_id == event_id)
        .order_by(Participation.number)
    )
    return connection.execute(query).all()


def card(connection: Connection, collection_id: int, event_id: str) -> AnyRow | None:
    query = cards().where(TlEvent.collection_id == collection_id, TlEvent.event_id == event_id)
    return connection.execute(query).one_or_none()


def followers(connection: Connection, collection_id: int, event_id: str) -> Sequence[AnyRow]:
    """Cards of the events whose date counts from this one."""
    ids = select(Event.id).where(Event.collection_id == collection_id, Event.anchor_event == event_id)
    query = cards().where(TlEvent.collection_id == collection_id, TlEvent.event_id.in_(ids))
    return connection.execute(query.order_by(TlEvent.tkey)).all()


def neighbour(connection: Connection, collection_id: int, tkey: int, *, before: bool) -> AnyRow | None:
    """The card next to a key on the main timeline."""
    side = TlEvent.tkey < tkey if before else TlEvent.tkey > tkey
    order = TlEvent.tkey.desc() if before else TlEvent.tkey.asc()
    query = cards().where(TlEvent.collection_id == collection_id, TlEvent.is_set_aside.is_(False), side)
    return connection.execute(query.order_by(order).limit(1)).one_or_none()


def of_document(connection: Connection, document_id: int) -> Sequence[AnyRow]:
    """Which event each report of a document belongs to: event, report, cited sentence."""
    from webapp.store.tables import Report

    query = (
        select(EventReport.event_id, EventReport.report, EventReport.follows, Report.cited)
        .join(
            Report,
            (Report.document_id == EventReport.document_id) & (Report.number == EventReport.report),
        )
        .where(EventReport.document_id == document_id)
        .order_by(EventReport.follows, EventReport.number, EventReport.report)
    )
    return connection.execute(query).all()


def told_by(connection: Connection, collection_id: int, document_id: int, *, alone: bool) -> Sequence[AnyRow]:
    """Cards of the events that only this document tells, or of those that others tell too."""
    mine = select(EventReport.event_id).where(EventReport.document_id == document_id)
    others = select(EventReport.event_id).where(
        EventReport.collection_id == collection_id, EventReport.document_id != document_id
    )
    shared = TlEvent.event_id.in_(others)
    query = cards().where(
        TlEvent.collection_id == collection_id,
        TlEvent.event_id.in_(mine),
        ~shared if alone else shared,
    )
    return connection.execute(query.order_by(TlEvent.tkey)).all()


def cards() -> AnySelect:
    """Rows that `store.cards.card` understands."""
    return select(TlEvent.__table__, TlCard.card).join(
        TlCard, (TlCard.collection_id == TlEvent.collection_id) & (TlCard.tkey == TlEvent.tkey)
    )
