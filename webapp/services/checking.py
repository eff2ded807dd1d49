"""Is a document one that can be kept? What its text may hold is `ingest.limits`' to say."""

from __future__ import annotations

from dataclasses import replace

from webapp.errors import BadInputError, Message
from webapp.ingest.limits import THE_TEXT, checked_characters, checked_size, checked_text
from webapp.text.document import Document

_LONGEST_FIELD = 2000
_FIELDS = {
    "title": Message("The title"),
    "publisher": Message("The name of the publisher"),
    "url": Message("The address"),
}


def checked(document: Document, *, max_text_bytes: int) -> Document:
    """The document as it can be kept; raises where it cannot.

    An address that a page's own metadata give and that is none of the web is left out: it must not become a link.
    """
    checked_text(document.text)
    checked_size(len(document.text.encode("utf-8")), where=THE_TEXT, most=max_text_bytes, field="text")
    for name, where in _FIELDS.items():
        _check_line(getattr(document, name), where, name)
    is_web = document.url.lower().startswith(("http://", "https://"))
    return document if is_web else replace(document, url="")


def _check_line(value: str, where: Message, name: str) -> None:
    checked_characters(value, where=where, field=name)
    if len(value) > _LONGEST_FIELD:
        raise BadInputError(
            "%(where)s has %(length)s characters; at most %(most)s are kept.",
            field=name,
            where=where,
            length=f"{len(value):,}",
            most=f"{_LONGEST_FIELD:,}",
        )
