"""Plain text files: the characters as they are, nothing else known."""

from __future__ import annotations

from webapp.errors import Message
from webapp.ingest.charset import THE_FILE, decode
from webapp.ingest.limits import checked_text
from webapp.text.document import Document


def read(data: bytes, *, where: str | Message = THE_FILE) -> Document:
    return Document(checked_text(decode(data, where=where), where=where, field="file"))
