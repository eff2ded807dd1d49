"""Full text: what is kept for it, and how words that people type become a query that cannot fail.

FTS5 on SQLite, `tsvector` on PostgreSQL. Both hold folded words (no case, no accents) and know no language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
)

EVENTS = table("ft_event", column("body", Text), column("collection_id", Integer), column("tkey", BigInteger))
DOCUMENTS = table("ft_document", column("body", Text), column("rowid", Integer))

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|(\S+)")
_MOST_WORDS = 20
_TSVECTOR_CHARACTERS = 250_000  # a tsvector holds 1 MB; longer articles are found by their beginning


def phrases(typed: str) -> list[list[str]]:
    """What has to be found, all of it: words in quotation marks as they stand, others as beginnings of words.

    A phrase that is quoted ends in "". Marks and operators mean nothing.

    >>> phrases('Żółw "grave escalation" OR* N-')
    [['zołw'], ['grave', 'escalation', ''], ['or'], ['n']]
    """
    found = []
    for quoted, plain in _QUOTED.findall(typed):
        words = _WORD.findall(fold(quoted or plain))
        if words:
            found.append([*words, ""] if quoted else words)
    return found[:_MOST_WORDS]


def fold(text: str) -> str:
    """Without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def events_with(connection: Connection, collection_id: int, typed: str) -> Select[tuple[int]]:
    """Keys of the events of which a cited sentence holds it."""
    found = _matches(connection, "ft_event", EVENTS.c.body, typed)
    return select(EVENTS.c.tkey).where(EVENTS.c.collection_id == collection_id, found)


def documents_with(connection: Connection, typed: str) -> Select[tuple[int]]:
    """Ids of the documents that hold it anywhere."""
    return select(DOCUMENTS.c.rowid).where(_matches(connection, "ft_document", DOCUMENTS.c.body, typed))


def index_event_sentences(
    connection: Connection, collection_id: int, sentences: Iterable[tuple[int, str]]
) -> None:
    """In place of all there are of the collection: pairs of an event's key and a sentence."""
    connection.execute(delete(EVENTS).where(EVENTS.c.collection_id == collection_id))
    rows = [{"body": fold(text), "collection_id": collection_id, "tkey": tkey} for tkey, text in sentences]
    _insert(connection, EVENTS, rows)


def index_document(connection: Connection, document_id: int, text: str) -> None:
    _insert(connection, DOCUMENTS, [{"body": fold(text), "rowid": document_id}])


def forget_document(connection: Connection, document_id: int) -> None:
    connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.rowid == document_id))


def _insert(connection: Connection, into: object, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    target = EVENTS if into is EVENTS else DOCUMENTS
    if _is_sqlite(connection):
        connection.execute(insert(target), rows)
        return
    from sqlalchemy import bindparam

    body = func.to_tsvector("simple", func.left(bindparam("body_text"), _TSVECTOR_CHARACTERS))
    renamed = [{("body_text" if k == "body" else k): v for k, v in row.items()} for row in rows]
    connection.execute(insert(target).values(body=body), renamed)


def _matches(connection: Connection, name: str, body: ColumnElement[str], typed: str) -> ColumnElement[bool]:
    wanted = phrases(typed)
    if not wanted:
        return literal_column("1") == literal_column("0")
    if _is_sqlite(connection):
        return literal_column(name).op("MATCH")(" AND ".join(map(_fts5, wanted)))
    return body.op("@@")(func.to_tsquery("simple", " & ".join(map(_tsquery, wanted))))


def _fts5(phrase: list[str]) -> str:
    """Only letters and digits between the quotation marks, so that nothing can be an operator."""
    words = " ".join(filter(None, phrase))
    return f'"{words}"' if phrase[-1] == "" else f'"{words}"*'


def _tsquery(phrase: list[str]) -> str:
    words = [f"'{word}'" for word in phrase if word]
    return "(" + " <-> ".join(words) + ("" if phrase[-1] == "" else ":*") + ")"


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
