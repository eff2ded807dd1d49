"""A collection's documents as people corrected them, and arranging them. Transactions are the caller's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from webapp.services import readings
from webapp.store import replace as rows
from webapp.store.database import Store
from webapp.store.queries import documents, edits
from webapp.store.queries.documents import Stored
from webapp.store.tables.documents import ARTICLES, SAMPLES
from webapp.text.document import Document


def shown(connection: Connection) -> int:
    """What the timeline shows: the reader's own articles, or the samples while there are none of these."""
    own = documents.has_any(connection, ARTICLES)
    return ARTICLES if own or not documents.has_any(connection, SAMPLES) else SAMPLES


def corrected(connection: Connection, collection_id: int) -> tuple[Stored, ...]:
    """All documents of a collection with what people changed laid over them."""
    stored = documents.of_collection(connection, collection_id)
    made = edits.of_documents(connection)
    return tuple(
        replace(item, document=with_edits(item.document, made.get(item.document.hash, ()))) for item in stored
    )


def with_edits(document: Document, made: Iterable[edits.Made]) -> Document:
    """The last change of a thing counts."""
    for edit in edits.standing(made):
        if edit.kind == edits.REDATE:
            document = replace(document, given_date=date.fromisoformat(edit.value))
    return document


def read_ahead(store: Store, document_id: int, *, made: edits.Made | None = None) -> None:
    """Read what the collection of an article holds before a transaction arranges it anew.

    `made` is an edit that is about to be made. What is remembered from before costs nothing.
    """
    with store.read() as connection:
        stored = documents.by_id(connection, document_id) if 0 < document_id < 1 << 31 else None
        if stored is None:
            return
        pile = [item.document for item in corrected(connection, stored.collection_id)]
        key = stored.document.hash
        own = edits.of_documents(connection, [key]).get(key, [])
    if made is not None:
        pile.append(with_edits(stored.document, [*own, made]))
    for document in pile:
        readings.read(document)


def rearrange(connection: Connection, collection_id: int) -> None:
    """Everything the machine says about a collection, anew."""
    stored = corrected(connection, collection_id)
    arrangement = readings.arranged(item.document for item in stored)
    ids = {item.document.hash: item.id for item in stored}
    rows.replace(connection, collection_id, arrangement, ids=ids, engine=readings.engine())
