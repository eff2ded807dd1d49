"""A document with its time expressions as inline TIMEX3 tags, as TimeML 1.2.1 writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from webapp.errors import BadInputError
from webapp.temporal.timex import Timex

SUFFIX = ".tml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
# XML 1.0 has no way to write these, not even as numbers.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(text: str, timexes: Iterable[Timex], *, name: str = "", published: date | None = None) -> str:
    """The whole file. Read again, it gives the same text character for character.

    >>> from webapp.temporal.tagger import tag
    >>> "On <TIMEX3 tid=" in written("On 5 May 2024", tag("On 5 May 2024"))
    True
    """
    _check(name, "The name of a document")
    _check(text, name or "The text")
    head = f"<DOCID>{_escaped(name)}</DOCID>\n" if name else ""
    return f"{_HEAD}{head}{_dct(published)}<TEXT>{''.join(_body(text, timexes))}</TEXT>\n</TimeML>\n"


def _check(text: str, where: str) -> None:
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise BadInputError(
            f"{where} cannot be written as TimeML: on line {line} it holds the character "
            f"U+{ord(found[0]):04X}, which XML does not allow."
        )


def _dct(published: date | None) -> str:
    if published is None:
        return ""
    day = published.isoformat()
    attributes = _attributes(tid="t0", type="DATE", value=day, functionInDocument="CREATION_TIME")
    return f"<DCT><TIMEX3{attributes}>{day}</TIMEX3></DCT>\n"


def _body(text: str, timexes: Iterable[Timex]) -> Iterator[str]:
    end = 0
    for number, timex in enumerate(timexes, start=1):
        span = timex.timex3_span
        yield _escaped(text[end : span.start])
        yield f"<TIMEX3{_tag(timex, f't{number}')}>{_escaped(span.of(text))}</TIMEX3>"
        end = span.end
    yield _escaped(text[end:])


def _tag(timex: Timex, tid: str) -> str:
    return _attributes(
        tid=tid, type=timex.type.value, value=timex.value, mod=timex.mod, quant=timex.quant, freq=timex.freq
    )


def _attributes(**said: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in said.items() if value)


def _escaped(text: str) -> str:
    """A carriage return would be read as a new line unless it is written as a number."""
    return escape(text, {"\r": "&#13;"})
