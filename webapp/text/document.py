"""A document: the text somebody gave us and what came with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from webapp.text.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text whose role the source itself declared, as HTML does for captions and navigation.

    `role` is the value of a `context.segments.Role`.
    """

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was handed in. The text is kept character for character.

    `given_date` was typed by a person, `metadata_date` was declared by the source's own metadata; neither is
    ever guessed. `marked` holds what the source said about parts of itself, in order.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    given_date: date | None = None
    metadata_date: date | None = None
    marked: tuple[Marked, ...] = ()

    @property
    def hash(self) -> str:
        """SHA-256 of the text: two documents of the same characters are one."""
        return _hash(self.text)


@lru_cache(maxsize=1024)
def _hash(text: str) -> str:
    """Asked for again and again while a document is read, and as long a work as the text is long."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
