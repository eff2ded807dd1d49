"""Put a new arrangement of a collection in the place of the old one, inside one writing transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, select

from webapp.store import derived, mapping, redirects, tables
from webapp.timeline.arrangement import Arrangement

# Children before the rows they refer to.
_OF_COLLECTION: tuple[Any, ...] = (
    tables.Participation,
    tables.EventReport,
    tables.Event,
    tables.Alias,
    tables.Actor,
)
_OF_DOCUMENT: tuple[Any, ...] = (
    tables.Report,
    tables.Citation,
    tables.Timex,
    tables.Segment,
    tables.Evidence,
    tables.Publication,
    tables.Sentence,
    tables.Reading,
)


def replace(
    connection: Connection,
    collection_id: int,
    arrangement: Arrangement,
    *,
    ids: Mapping[str, int],
    engine: str,
) -> None:
    """All machine rows anew, the derived ones too; ids of events that vanish are redirected."""
    live = {event.id for event in arrangement.events}
    old = connection.scalars(select(tables.Event.id).where(tables.Event.collection_id == collection_id)).all()
    lost = redirects.places_of(connection, collection_id, gone=set(old) - live)
    clear(connection, collection_id)
    mapping.rows_of(arrangement, collection_id, ids, engine).insert(connection)
    redirects.follow(connection, collection_id, redirects.successors(lost, arrangement.events), live)
    derived.rebuild(connection, collection_id)


def clear(connection: Connection, collection_id: int) -> None:
    documents = select(tables.Document.id).where(tables.Document.collection_id == collection_id)
    for of_collection in _OF_COLLECTION:
        connection.execute(delete(of_collection).where(of_collection.collection_id == collection_id))
    for of_document in _OF_DOCUMENT:
        connection.execute(delete(of_document).where(of_document.document_id.in_(documents)))
