"""Markdown files: front matter (title, publisher, url, published) is taken off, the rest stays as written.

Where no title is given, the words of a heading at the top are the title.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from webapp.errors import BadInputError, Message
from webapp.ingest.charset import THE_FILE, decode
from webapp.ingest.dates import EXPECTED, one_day
from webapp.ingest.limits import checked_text
from webapp.text.document import Document

_RULE = re.compile(r"---[ \t]*")
_PAIR = re.compile(r"([\w-]+):(.*)")
_FRONT_LINE = re.compile(r"[\w-]+:|[ \t#-]|\Z")
_HEADING = re.compile(
    r"\s*?^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$|\s*?^(\S.*?)[ \t]*\r?\n=+[ \t]*$", re.M
)
_LONGEST_HEADING = 600
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    line: int


def read(data: bytes, *, where: str | Message = THE_FILE) -> Document:
    text = decode(data, where=where)
    front = _front(text)
    if front is None:
        return Document(checked_text(text, where=where, field="file"), title=_heading(text))
    values = _values(front)
    body = checked_text(text[sum(map(len, front)) :].lstrip("\n"), where=where, field="file")
    return Document(
        body,
        title=_of(values, "title") or _heading(body),
        publisher=_of(values, "publisher"),
        url=_of(values, "url"),
        given_date=_published(values, where),
    )


def _heading(text: str) -> str:
    """
    >>> _heading("# The *Mill* closes #\\n\\nText."), _heading("Mill closes\\n===\\n"), _heading("Text.\\n# Later")
    ('The Mill closes', 'Mill closes', '')
    """
    found = _HEADING.match(text[:_LONGEST_HEADING].replace("\r\n", "\n"))
    return "" if found is None else _EMPHASIS.sub(r"\2", found[1] or found[2])


def _front(text: str) -> list[str] | None:
    """The lines of the front matter with the rules around it; `None` without one.

    A pair of rules around anything else than "key: value" lines is a part of the text.

    >>> _front("---\\ntitle: Kept\\n---\\nText."), _front("---\\nA rule, then text.\\n---\\n")
    (['---\\n', 'title: Kept\\n', '---\\n'], None)
    """
    found: list[str] = []
    for line in io.StringIO(text, newline="\n"):
        found.append(line)
        bare = line.removesuffix("\n").removesuffix("\r")
        if _RULE.fullmatch(bare):
            if len(found) > 1:
                return found
        elif len(found) == 1 or not _FRONT_LINE.match(bare):
            return None
    return None


def _values(front: list[str]) -> dict[str, _Value]:
    found = {}
    for number, line in enumerate(front, start=1):
        if pair := _PAIR.match(line):
            found[pair[1].lower()] = _Value(_unquoted(pair[2].strip()), number)
    return found


def _of(values: Mapping[str, _Value], key: str) -> str:
    return values[key].text if key in values else ""


def _unquoted(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text


def _published(values: Mapping[str, _Value], where: str | Message) -> date | None:
    value = values.get("published")
    if value is None or not value.text:
        return None
    day = one_day(value.text)
    if day is None:
        raise BadInputError(
            "%(where)s, line %(line)s: “%(typed)s” is not a date. %(expected)s",
            field="published",
            where=where,
            line=value.line,
            typed=value.text,
            expected=Message(EXPECTED),
        )
    return day
