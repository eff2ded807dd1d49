"""Which reader is for which file: by its name, and by what it holds where the name says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Protocol

from webapp.errors import N_, BadInputError, Message, WrongTypeError
from webapp.ingest import html, markdown, text
from webapp.ingest.charset import THE_FILE
from webapp.ingest.limits import checked_size
from webapp.settings import MAX_UPLOAD_BYTES
from webapp.text.document import Document


class Reader(Protocol):
    def __call__(self, data: bytes, *, where: str | Message = ...) -> Document: ...


_READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
SUFFIXES = tuple(_READERS)
READ = N_("plain text (.txt), Markdown (.md) and web pages (.html)")

_LOOKED_AT = 2000  # bytes of a file without a telling name
_HTML = re.compile(rb"<(?:!doctype\s{1,20}html|html|head|body)\b", re.I)
_SKIPPED = ((b"<!--", b"-->"), (b"<?xml", b">"))  # what may stand before a page
# Files people take for articles, told by their first bytes whatever they are called.
_FOREIGN = (
    (b"%PDF-", N_("a PDF file")),
    (b"PK\x03\x04", N_("a Word, OpenDocument, e-book or zip file")),
    (b"\xd0\xcf\x11\xe0", N_("an old Word or Excel file")),
    (b"{\\rtf", N_("a rich text (RTF) file")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"\x1f\x8b", N_("a compressed file")),
)


def read_upload(filename: str, data: bytes, *, max_bytes: int = MAX_UPLOAD_BYTES) -> Document:
    """The document that a file holds; its name only helps to choose the reader."""
    where = _named(filename)
    checked_size(len(data), where=where, most=max_bytes, field="file")
    return _reader(filename, data, where)(data, where=where)


def read_path(path: Path, *, max_bytes: int = MAX_UPLOAD_BYTES) -> Document:
    """The document in a file on this computer; messages name its whole path."""
    try:
        size = path.stat().st_size
        checked_size(size, where=str(path), most=max_bytes, field="file")
        data = path.read_bytes()
    except OSError as error:
        raise BadInputError(
            "%(path)s cannot be read: %(reason)s.", field="file", path=path, reason=error.strerror or error
        ) from error
    return _reader(path.name, data, str(path))(data, where=str(path))


def _named(filename: str) -> str | Message:
    name = PurePath(filename.replace("\\", "/")).name
    return name if name.isprintable() and name else THE_FILE


def _reader(filename: str, data: bytes, where: str | Message) -> Callable[..., Document]:
    for mark, kind in _FOREIGN:
        if data.startswith(mark):
            raise WrongTypeError(
                "%(where)s is %(kind)s. Dateline reads %(readable)s.",
                field="file",
                where=where,
                kind=Message(kind),
                readable=Message(READ),
            )
    suffix = PurePath(filename.lower()).suffix
    if suffix in ("", ".txt"):
        return html.read if _is_page(data) else text.read
    if suffix in _READERS:
        return _READERS[suffix]
    raise WrongTypeError(
        "%(where)s: Dateline does not read “%(suffix)s” files, only %(readable)s.",
        field="file",
        where=where,
        suffix=suffix,
        readable=Message(READ),
    )


def _is_page(data: bytes) -> bool:
    """Does it begin as a web page, once comments are skipped? Every byte is looked at once or twice.

    >>> _is_page(b"<!-- saved --> <html>"), _is_page(b"<!--a-->" * 20 + b"<p>x")
    (True, False)
    """
    rest = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    while end := next((end for start, end in _SKIPPED if rest.startswith(start)), None):
        rest = rest.partition(end)[2].lstrip()
    return _HTML.match(rest) is not None
