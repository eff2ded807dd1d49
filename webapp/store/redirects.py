"""Ids of events stay good: one that vanishes leads to the event that tells its reports now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from webapp.store.tables import Document, EventRedirect, EventReport, Report
from webapp.timeline.event import Event

Place = tuple[str, int, int]  # document hash, start of the cited sentence, start of the event's word


def places_of(connection: Connection, collection_id: int, *, gone: Collection[str]) -> dict[str, list[Place]]:
    """Where the reports of these events stand, in the events' own order."""
    if not gone:
        return {}
    rows = connection.execute(
        select(EventReport.event_id, Document.hash, Report.cited, Report.mention_start)
        .join(
            Report,
            (Report.document_id == EventReport.document_id) & (Report.number == EventReport.report),
        )
        .join(Document, Document.id == EventReport.document_id)
        .where(EventReport.collection_id == collection_id)
        .order_by(EventReport.event_id, EventReport.number)
    )
    found: dict[str, list[Place]] = defaultdict(list)
    for event_id, document, cited, start in rows:
        if event_id in gone:
            found[event_id].append((document, cited, start))
    return found


def successors(lost: Mapping[str, Iterable[Place]], events: Iterable[Event]) -> dict[str, str]:
    """For each vanished id the event that holds the first of its reports that is still told."""
    exact: dict[Place, str] = {}
    by_sentence: dict[tuple[str, int], str] = {}
    for event in events:
        for member in event.reports:
            cited = member.report.citation
            place = cited.document, cited.span.start, member.report.mention.span.start
            exact.setdefault(place, event.id)
            by_sentence.setdefault(place[:2], event.id)
    found = {}
    for event_id, places in lost.items():
        held = (exact.get(place) or by_sentence.get(place[:2]) for place in places)
        if heir := next(filter(None, held), None):
            found[event_id] = heir
    return found


def follow(
    connection: Connection, collection_id: int, heirs: Mapping[str, str], live: Collection[str]
) -> None:
    """Lead vanished ids to their heirs, earlier redirects too; an id that lives again needs none."""
    mine = EventRedirect.collection_id == collection_id
    earlier = connection.execute(select(EventRedirect.old_id, EventRedirect.new_id).where(mine)).all()
    redirects = {old: new if new in live else heirs.get(new, "") for old, new in earlier} | dict(heirs)
    connection.execute(delete(EventRedirect).where(mine))
    rows = [
        {"collection_id": collection_id, "old_id": old, "new_id": new}
        for old, new in sorted(redirects.items())
        if new and old not in live
    ]
    if rows:
        connection.execute(insert(EventRedirect), rows)
