"""Questions about what people changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from webapp.store.tables import Edit

REDATE = "redate"
UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Made:
    """One edit. `value` is what was set; `undoes` the edit that it takes back."""

    id: int
    document_hash: str
    kind: str
    value: str
    undoes: int | None


def of_documents(connection: Connection, hashes: Sequence[str] | None = None) -> dict[str, list[Made]]:
    """In the order they were made, for these documents or all."""
    query = select(Edit.id, Edit.document_hash, Edit.kind, Edit.value, Edit.undoes).order_by(Edit.id)
    if hashes is not None:
        query = query.where(Edit.document_hash.in_(hashes))
    found: dict[str, list[Made]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document_hash].append(Made(*row))
    return found


def by_id(connection: Connection, edit_id: int) -> Made | None:
    query = select(Edit.id, Edit.document_hash, Edit.kind, Edit.value, Edit.undoes).where(Edit.id == edit_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else Made(*row)


def standing(edits: Iterable[Made]) -> list[Made]:
    """Changes that nobody took back. An undo can itself be undone: then what it took back stands again.

    >>> made = [Made(1, "", REDATE, "", None), Made(2, "", UNDO, "", 1), Made(3, "", UNDO, "", 2)]
    >>> [edit.id for edit in standing(made[:2])], [edit.id for edit in standing(made)]
    ([], [1])
    """
    return [edit for edit in effective(edits) if edit.kind != UNDO]


def effective(edits: Iterable[Made]) -> list[Made]:
    """Changes and undos that nobody took back, in the order they were made."""
    taken_back: set[int] = set()
    found = []
    for edit in reversed(list(edits)):
        if edit.id not in taken_back:
            found.append(edit)
            if edit.undoes is not None:
                taken_back.add(edit.undoes)
    return found[::-1]
