"""What is written besides machine rows: documents and edits."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, update

from webapp.store import full_text, tables
from webapp.text.document import Document


def add_document(connection: Connection, document: Document, *, collection_id: int, at: int) -> int:
    """The id it is given; `at` is seconds since 1970."""
    row = {
        "collection_id": collection_id,
        "hash": document.hash,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "given_day": document.given_date and document.given_date.toordinal(),
        "metadata_day": document.metadata_date and document.metadata_date.toordinal(),
        "added_at": at,
        "text": document.text,
    }
    document_id: int | None = connection.scalar(
        insert(tables.Document).values(row).returning(tables.Document.id)
    )
    if document_id is None:
        raise RuntimeError("The database gave the new document no id.")
    marks = [
        {
            "document_id": document_id,
            "number": number,
            "start": marked.span.start,
            "end": marked.span.end,
            "role": marked.role,
        }
        for number, marked in enumerate(document.marked)
    ]
    if marks:
        connection.execute(insert(tables.Mark), marks)
    full_text.index_document(connection, document_id, f"{document.title}\n{document.text}")
    return document_id


def describe_document(connection: Connection, document_id: int, document: Document) -> None:
    """Its title, publisher and address anew; the text is searched together with the title."""
    values = {"title": document.title, "publisher": document.publisher, "url": document.url}
    connection.execute(update(tables.Document).where(tables.Document.id == document_id).values(values))
    full_text.forget_document(connection, document_id)
    full_text.index_document(connection, document_id, f"{document.title}\n{document.text}")


def move_document(connection: Connection, document_id: int, collection_id: int) -> None:
    moved = update(tables.Document).where(tables.Document.id == document_id)
    connection.execute(moved.values(collection_id=collection_id))


def remove_document(connection: Connection, document_id: int) -> None:
    """Its machine rows go with it; what people changed of it stays."""
    full_text.forget_document(connection, document_id)
    connection.execute(delete(tables.Document).where(tables.Document.id == document_id))


def add_edit(
    connection: Connection, document_hash: str, kind: str, *, value: str, undoes: int | None, at: int
) -> int:
    row = {"document_hash": document_hash, "kind": kind, "value": value, "undoes": undoes, "made_at": at}
    edit_id: int | None = connection.scalar(insert(tables.Edit).values(row).returning(tables.Edit.id))
    if edit_id is None:
        raise RuntimeError("The database gave the edit no id.")
    return edit_id
