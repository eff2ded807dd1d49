"""The lock is held only for arranging and writing: what has to be read is read before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import Connection

from tests import factories
from tests.factories import document
from webapp.extract.reading import Reading
from webapp.services import curation, documents, readings
from webapp.store.database import Store
from webapp.text.document import Document

pytestmark = pytest.mark.usefixtures("toy")

_TEXTS = ("On 2024-11-15 Ada met Ben.", "Yesterday Ada left.", "In 2024-06 Ada spoke.")


@pytest.fixture
def restarted(store: Store) -> Store:
    """Three articles and a sample, all forgotten by the engine."""
    documents.add_many(store, [document(text, given_date=date(2024, 11, 16)) for text in _TEXTS])
    documents.add(store, document("Since 1982 Ben ruled."), sample=True)
    curation.redate(store, 2, "2024-11-20")
    readings.read.cache_clear()
    return store


@pytest.fixture
def under_lock(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """What is read while the database is locked."""
    found: list[Document] = []
    locked: list[bool] = []
    write = Store.write

    @contextmanager
    def watched(store: Store) -> Iterator[Connection]:
        with write(store) as connection:
            locked.append(True)
            yield connection
        locked.clear()

    def read(read_document: Document) -> Reading:
        if locked:
            found.append(read_document)
        return factories.read(read_document)

    monkeypatch.setattr(Store, "write", watched)
    monkeypatch.setattr(readings, "read_anew", read)
    return found


CHANGES: tuple[Callable[[Store], object], ...] = (
    lambda store: documents.add(store, document("Later Ben spoke.")),
    lambda store: documents.add(store, document(_TEXTS[2], given_date=date(2024, 12, 1), publisher="P")),
    lambda store: documents.add(store, document("Since 1982 Ben ruled.")),
    lambda store: documents.remove(store, 1),
    lambda store: curation.redate(store, 1, "2024-12-01"),
    lambda store: curation.undo(store, 1, document_id=2),
)
NAMES = ("add", "add-again", "sample-becomes-own", "remove", "redate", "undo")


@pytest.mark.parametrize("change", CHANGES, ids=NAMES)
def test_nothing_is_read_under_the_lock(
    restarted: Store, under_lock: list[Document], change: Callable[[Store], object]
) -> None:
    change(restarted)
    assert under_lock == []
