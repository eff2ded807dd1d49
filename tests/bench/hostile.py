"""Text made to slow a tagger down, of any length: what has made other tools quadratic, and our own worst cases.

The same 40 are measured by `make bench` and, at 2 KB each, held by a test to give a result at all.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle

Made = Callable[[int], str]

_REPEATED = {
    # characters
    "one line of digits": "1",
    "digits and blanks": "1 ",
    "blanks": " ",
    "blanks between words": "two" + " " * 40 + "days" + " " * 40,
    "short lines": "May\n",
    "combining marks": "Ma\u0301\u0300\u0302y ",
    "a letter and its marks": "e" + "\u0301" * 30,
    "capitals that grow in lower case": "İ",
    "brackets": "[([(",
    "brackets that close": "(1999) [May] (2) ",
    "open quotes": "“‘(",
    "quotes and apostrophes": "'98 ’99 'til ",
    "hyphens": "mid-late-",
    "dashes without blanks": "1999–2000—",
    "slashes": "1/2/",
    "dots": "a.m. p.m. U.S. ",
    "commas": "May 5, ",
    # words that open a pattern and never close it
    "one word without end": "may",
    "and chain": "Monday and Tuesday and ",
    "and alone": "and ",
    "or chain": "two or three or ",
    "month names": "March May June ",
    "weekdays": "Monday Tuesday, Friday ",
    "half dates": "on the 31st of the first of ",
    "of the chain": "the end of the beginning of the ",
    "ordinals": "first second third twenty-first ",
    "ordinal digits": "1st 2nd 3rd ",
    "numbers in words": "twenty one hundred and thousand ",
    "before before": "two days before ",
    "modifiers": "no later than more than about nearly ",
    "determiners": "the last next this same ",
    # many that are nearly something
    "ranges": "from May to ",
    "range of ranges": "between 1999 and between 2000 and ",
    "years": "1999 ",
    "clock times": "9:30 p.m. 10:45 ",
    "time zones": "9 a.m. GMT EST ",
    "days that wait for each other": "that day, the same week, three days later, ",
    "capital words": "President Minister Van De ",
}


def _repeated(piece: str) -> Made:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _growing_numbers(length: int) -> str:
    """Never the same twice, so that nothing already known helps."""
    pieces, size = list[str](), 0
    for number in count(1):
        pieces.append(f"{number} days and ")
        size += len(pieces[-1])
        if size >= length:
            return "".join(pieces)[:length]
    return ""


def _mixed(length: int) -> str:
    """A piece of each of the others in turn."""
    pieces, size = list[str](), 0
    for piece in cycle(_REPEATED.values()):
        pieces.append(f"{piece} ")
        size += len(pieces[-1])
        if size >= length:
            return "".join(pieces)[:length]
    return ""


HOSTILE: dict[str, Made] = {
    **{name: _repeated(piece) for name, piece in _REPEATED.items()},
    "growing numbers": _growing_numbers,
    "some of everything": _mixed,
}
