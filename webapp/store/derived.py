"""The timeline's own tables, made from the canonical ones; they can be made again at any time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert

from webapp.extract.report import Part
from webapp.store import cards, full_text, tables
from webapp.store.queries import canonical
from webapp.store.tables.base import AnyRow
from webapp.store.tables.timeline import MENTIONED, TOOK_PART
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.anchor import Basis
from webapp.timeline.filters import Known

_TABLES: tuple[Any, ...] = (
    tables.TlEvent,
    tables.TlCard,
    tables.TlLong,
    tables.TlActor,
    tables.TlEventActor,
    tables.TlSource,
)
_LONG = 31  # days; longer events stand in a list of their own
_NO_DAY = 1 << 38  # where events stand that have neither a lower nor an upper bound: at the end


@dataclass(frozen=True, slots=True)
class Told:
    """An event with everything that is shown of it, as canonical rows."""

    event: AnyRow
    reports: list[AnyRow]
    people: list[AnyRow]


def rebuild(connection: Connection, collection_id: int) -> None:
    """All derived rows of the collection anew."""
    for table in _TABLES:
        connection.execute(delete(table).where(table.collection_id == collection_id))
    events = _told(connection, collection_id)
    keyed = list(keys(told.event for told in events))
    labels = {told.event.id: told.event.label for told in events}
    marks = canonical.time_spans(connection, collection_id)
    rows: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for tkey, told in zip(keyed, events, strict=True):
        key = {"collection_id": collection_id, "tkey": tkey}
        _add(rows, key, told)
        rows[tables.TlCard].append(
            {**key, "card": cards.content(told.event, told.reports, told.people, marks, labels)}
        )
    for table, content in rows.items():
        connection.execute(insert(table), content)
    sentences = (
        (tkey, quote)
        for tkey, told in zip(keyed, events, strict=True)
        for quote in dict.fromkeys(report.quote for report in told.reports)
    )
    full_text.index_event_sentences(connection, collection_id, sentences)


def keys(events: Iterable[AnyRow]) -> Iterator[int]:
    """The key of each event, in the order given: its day and its place within the day.

    Dated events of a day come before those without a day that are bounded by it.
    """
    listed = list(events)
    places = [(*_place(event), index) for index, event in enumerate(listed)]
    found = [0] * len(listed)
    within: dict[int, int] = defaultdict(int)
    for day, _, _, index in sorted(places):
        found[index] = day << 24 | within[day]
        within[day] += 1
    return iter(found)


def _place(event: AnyRow) -> tuple[int, bool, int]:
    """By the first day, else after everything of the last one; without a day after those with one."""
    interval = Interval(event.begins, event.ends)
    day = interval.first_day if event.begins is not None else interval.last_day
    minute = event.begins.minute if event.begins is not None else 0
    if not event.has_when or day is None:
        return _NO_DAY, not event.is_dated, 0
    is_late = not event.is_dated or event.begins is None
    return max(-_NO_DAY, min(day, _NO_DAY)), is_late, minute


def _told(connection: Connection, collection_id: int) -> list[Told]:
    reports: dict[str, list[AnyRow]] = defaultdict(list)
    for report in canonical.reports(connection, collection_id):
        reports[report.event_id].append(report)
    people: dict[str, list[AnyRow]] = defaultdict(list)
    for person in canonical.people(connection, collection_id):
        people[person.event_id].append(person)
    events = canonical.events(connection, collection_id)
    return [Told(event, reports[event.id], people[event.id]) for event in events]


def _add(rows: dict[Any, list[dict[str, Any]]], key: dict[str, Any], told: Told) -> None:
    event = told.event
    interval = Interval(event.begins, event.ends)
    span = {"first": interval.first_day, "last": interval.last_day}
    is_long = span["first"] is None or span["last"] is None or span["last"] - span["first"] >= _LONG
    rows[tables.TlEvent].append(
        {
            **key,
            **span,
            "event_id": event.id,
            "is_long": is_long,
            "is_dated": event.is_dated,
            "is_set_aside": event.is_set_aside,
            "status": event.status,
            "known": known(event).value,
        }
    )
    if is_long:
        rows[tables.TlLong].append({**key, **span})
    for actor_id, role in _roles(told.people).items():
        rows[tables.TlActor].append({**key, "actor_id": actor_id, "role": role})
        rows[tables.TlEventActor].append({**key, "actor_id": actor_id, "role": role})
    for publisher in sorted({report.publisher for report in told.reports if report.publisher}):
        rows[tables.TlSource].append({**key, "publisher": publisher})


def _roles(people: Iterable[AnyRow]) -> dict[str, int]:
    """Each actor once; an unclear part counts with taking part, and taking part with everything."""
    roles: dict[str, int] = {}
    for person in people:
        role = MENTIONED if person.part == Part.MENTIONED.value else TOOK_PART
        roles[person.actor_id] = min(role, roles.get(person.actor_id, MENTIONED))
    return roles


def known(event: AnyRow) -> Known:
    """How the date is known, in the reader's words."""
    if not event.is_dated:
        return Known.UNDATED
    if event.rests_on_inferred:
        return Known.INFERRED
    return Known.STATED if event.basis == Basis.STATED.value else Known.WORKED_OUT
