"""Articles: added, listed, shown, removed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from webapp.context.headline import headline_of
from webapp.context.publication import Publication
from webapp.errors import NotFoundError
from webapp.services import again, article, piles, readings
from webapp.services.checking import checked
from webapp.services.pages import Added, DocumentPage, DocumentRow, Removal
from webapp.store import cards, write
from webapp.store.database import Store
from webapp.store.queries import account, edits, events
from webapp.store.queries import documents as queries
from webapp.store.queries.documents import Stored
from webapp.store.tables.base import AnyRow
from webapp.store.tables.documents import ARTICLES, SAMPLES
from webapp.text.document import Document


def add(store: Store, document: Document, *, sample: bool = False) -> Added:
    """Keep one article and arrange everything anew."""
    return add_many(store, (document,), sample=sample)[0]


def add_many(
    store: Store,
    documents: Iterable[Document],
    *,
    sample: bool = False,
    on_done: Callable[[int], None] | None = None,
) -> tuple[Added, ...]:
    """All of them or, where one cannot be kept, none. `on_done` is told how many have been read so far.

    A text that is there already is not added twice; a sample that its reader adds becomes an own article.
    """
    batch = tuple(_titled(checked(item, max_text_bytes=store.max_text_bytes)) for item in documents)
    collection_id = SAMPLES if sample else ARTICLES
    _read_ahead(store, batch, collection_id, on_done)
    with store.write() as connection:
        kept = [_keep(connection, document, collection_id) for document in batch]
        for changed in sorted({c for one in kept for c in one.touched}):
            piles.rearrange(connection, changed)
        only = kept[0].id if len(kept) == 1 else None
        rows = {row.id: row for row in _rows(connection, only)}
    return tuple(
        Added(k.id, k.was_there, rows[k.id], k.addition.filled, k.addition.redated, k.addition.left)
        for k in kept
    )


def documents(store: Store) -> tuple[DocumentRow, ...]:
    """Own articles before samples; first those whose date was inferred or that gave no event."""
    with store.read() as connection:
        rows = _rows(connection)
    return tuple(
        sorted(rows, key=lambda row: (row.is_sample, not _wants_a_look(row), row.title.casefold(), row.id))
    )


def document_page(store: Store, document_id: int, *, cite: int | None = None) -> DocumentPage:
    """The article with everything marked; `cite` is where the sentence begins that the reader came for."""
    with store.read() as connection:
        stored = find(connection, document_id)
        return article.page(connection, stored, row(connection, document_id), cite=cite)


def removal(store: Store, document_id: int) -> Removal:
    """What would go with the article, and what others tell too."""
    with store.read() as connection:
        collection_id = find(connection, document_id).collection_id
        going = events.told_by(connection, collection_id, document_id, alone=True)
        keeping = events.told_by(connection, collection_id, document_id, alone=False)
        return Removal(
            row(connection, document_id), tuple(map(cards.card, going)), tuple(map(cards.card, keeping))
        )


def remove(store: Store, document_id: int) -> None:
    """The article goes; what its reader corrected comes back with it should it be added again."""
    piles.read_ahead(store, document_id)
    with store.write() as connection:
        collection_id = find(connection, document_id).collection_id
        write.remove_document(connection, document_id)
        piles.rearrange(connection, collection_id)


def find(connection: Connection, document_id: int) -> Stored:
    stored = queries.by_id(connection, document_id) if 0 < document_id < 1 << 31 else None
    if stored is None:
        raise NotFoundError("There is no article %(number)s. It may have been removed.", number=document_id)
    return stored


def row(connection: Connection, document_id: int) -> DocumentRow:
    return _rows(connection, document_id)[0]


def _titled(document: Document) -> Document:
    """An article that nobody gave a title is called by its headline."""
    return document if document.title else replace(document, title=headline_of(document))


def _read_ahead(
    store: Store, batch: tuple[Document, ...], collection_id: int, on_done: Callable[[int], None] | None
) -> None:
    """Reading takes longest: done before the transaction begins, so that nobody waits for it."""
    with store.read() as connection:
        made = edits.of_documents(connection, [document.hash for document in batch])
        ahead = [_as_it_will_be(connection, document, made, collection_id) for document in batch]
        there = (queries.by_hash(connection, document.hash) for document in batch)
        touched = {collection_id, *(found[1] for found in there if found is not None)}
        pile = [item for collection in touched for item in piles.corrected(connection, collection)]
    for item in pile:
        readings.read(item.document)
    for number, document in enumerate(ahead, start=1):
        readings.read(document)
        if on_done is not None:
            on_done(number)


def _as_it_will_be(
    connection: Connection, document: Document, made: Mapping[str, Sequence[edits.Made]], collection_id: int
) -> Document:
    """What is read of it once it has been added."""
    own = made.get(document.hash, ())
    there = queries.by_hash(connection, document.hash)
    stored = None if there is None else queries.by_id(connection, there[0])
    if stored is None:
        return piles.with_edits(document, own)
    corrected = piles.with_edits(stored.document, own)
    if collection_id == SAMPLES:
        return corrected
    return again.addition(stored.document, corrected, own, document).to(corrected)


@dataclass(frozen=True, slots=True)
class _Kept:
    """An article that was added, and the collections that have changed by it."""

    id: int
    was_there: bool
    touched: frozenset[int]
    addition: again.Addition = field(default_factory=again.Addition)


def _keep(connection: Connection, document: Document, collection_id: int) -> _Kept:
    there = queries.by_hash(connection, document.hash)
    stored = None if there is None else queries.by_id(connection, there[0])
    if stored is None:
        document_id = write.add_document(connection, document, collection_id=collection_id, at=_now())
        return _Kept(document_id, False, frozenset({collection_id}))
    if collection_id == SAMPLES:
        return _Kept(stored.id, True, frozenset())
    added = _add_to(connection, stored, document)
    touched = {stored.collection_id} if added.changes else set()
    if stored.collection_id == SAMPLES:
        write.move_document(connection, stored.id, ARTICLES)
        touched = {SAMPLES, ARTICLES}
    return _Kept(stored.id, True, frozenset(touched), added)


def _add_to(connection: Connection, stored: Stored, document: Document) -> again.Addition:
    """Fill in what is missing and correct the date, where something was said beside the text."""
    key = stored.document.hash
    made = edits.of_documents(connection, [key]).get(key, ())
    added = again.addition(stored.document, piles.with_edits(stored.document, made), made, document)
    if added.filled:
        write.describe_document(connection, stored.id, added.described(stored.document))
    if added.redated is not None:
        value = added.redated.isoformat()
        write.add_edit(connection, key, edits.REDATE, value=value, undoes=None, at=_now())
    return added


def _now() -> int:
    return int(time.time())


def _rows(connection: Connection, document_id: int | None = None) -> list[DocumentRow]:
    listed = queries.listed(connection, document_id)
    ids = None if document_id is None else [document_id]
    published = account.publications(connection, ids)
    told = queries.events_told(connection, document_id)
    aside = queries.set_aside(connection, document_id)
    return [
        _row(
            item, published.get((item.id, 0), Publication()), told.get(item.id, (0, 0)), aside.get(item.id, 0)
        )
        for item in listed
    ]


def _row(item: AnyRow, publication: Publication, told: tuple[int, int], aside: int) -> DocumentRow:
    return DocumentRow(
        id=item.id,
        title=item.title,
        publisher=item.publisher,
        url=item.url,
        publication=publication,
        events=told[0],
        undated=told[1],
        set_aside=aside,
        is_sample=item.collection_id == SAMPLES,
        is_read=bool(item.is_read),
    )


def _wants_a_look(row: DocumentRow) -> bool:
    return row.publication.is_inferred or not row.events
