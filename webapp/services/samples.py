"""The sample articles: a collection of their own that comes and goes with one button."""

from __future__ import annotations

from pathlib import Path

from webapp.services import documents, piles
from webapp.store import write
from webapp.store.database import Store
from webapp.store.queries import documents as queries
from webapp.store.tables.documents import SAMPLES


def load_samples(store: Store, folder: Path) -> int:
    """Every article of the folder, its README aside; gives how many were added."""
    from webapp.ingest.registry import read_path

    paths = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    added = documents.add_many(store, [read_path(path) for path in paths], sample=True)
    return sum(not item.was_there for item in added)


def remove_samples(store: Store) -> None:
    """All of them at once. Own articles are not touched, even those that were samples first."""
    with store.write() as connection:
        for stored in queries.of_collection(connection, SAMPLES):
            write.remove_document(connection, stored.id)
        piles.rearrange(connection, SAMPLES)


def has_samples(store: Store) -> bool:
    with store.read() as connection:
        return queries.has_any(connection, SAMPLES)
