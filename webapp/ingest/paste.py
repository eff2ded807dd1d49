"""The form on the Add page: pasted text and what somebody typed beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from webapp.errors import BadInputError, Message
from webapp.ingest.dates import EXPECTED, one_day
from webapp.ingest.limits import checked_text
from webapp.text.document import Document

_LONGEST_LINE = 500


def read(fields: Mapping[str, str], *, today: date | None = None) -> Document:
    """Fields `text`, `title`, `publisher`, `url`, `published`; all but the text may be missing."""
    text = _typed_lines(fields.get("text", ""))
    return Document(
        checked_text(text),
        title=_line(fields, "title"),
        publisher=_line(fields, "publisher"),
        url=_address(_line(fields, "url")),
        given_date=_published(_line(fields, "published"), today),
    )


def _typed_lines(text: str) -> str:
    """Browsers send every line end of a text box as CR LF, whatever was pasted; the article had LF."""
    return text.replace("\r\n", "\n")


def _line(fields: Mapping[str, str], name: str) -> str:
    value = " ".join(fields.get(name, "").split())
    if len(value) > _LONGEST_LINE or "\0" in value:
        raise BadInputError(
            "This is more than one line of up to %(most)s characters.", field=name, most=_LONGEST_LINE
        )
    return value


def _address(url: str) -> str:
    if url and not url.lower().startswith(("http://", "https://")):
        raise BadInputError(
            "“%(typed)s” is not a web address. Write it in full, such as https://example.org/article.",
            field="url",
            typed=url,
        )
    return url


def _published(typed: str, today: date | None) -> date | None:
    if not typed:
        return None
    day = one_day(typed, today=today)
    if day is None:
        raise BadInputError(
            "“%(typed)s” is not a date. %(expected)s",
            field="published",
            typed=typed,
            expected=Message(EXPECTED),
        )
    return day
