"""Text cut into words, numbers and signs, each with its code."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from webapp.temporal.engine.lexicon import Lexicon

BREAK = "\n\n"

_TOKEN = re.compile(
    r"""
      [^\W\d_]{2,60}
    | \n[ \t\r\f\v]{0,80}(?:\n\s{0,80})
    | (?:B\.C(?:\.E)?|A\.D)(?![\w.])
    | (?:[A-Za-z]\.){2,6}
    | \d{1,2}[:]\d\d(?:[:]\d\d)?(?![\d:])
    | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])
    | \d{1,4}[/]\d{1,2}[/]\d{1,4}(?![\w/])
    | \d{1,2}[.]\d{1,2}[.]\d{4}(?!\w)
    | \d{1,2}/\d{1,2}(?![\w/])
    | \d{4}(?=(?:BC|B\.C|AD|A\.D|BCE)\b)
    | \d{1,3}(?:,\d{3}){1,6}(?!\d)
    | \d{1,12}\.\d{1,6}(?!\d)
    | \d{3}0['’]s(?!\w)
    | \d{1,12}(?:(?:st|nd|rd|th|ST|ND|RD|TH|s)(?!\w))?
    | ['’`]\d\d(?:s(?!\w))?(?!\w)
    | ['’](?:s|S|ll|re|ve|d|t|m)(?!\w)
    | [^\w\s]
    | \w
    """,
    re.VERBOSE,
)

_SPAN: Callable[[re.Match[str]], tuple[int, int]] = re.Match.span


@dataclass(frozen=True, slots=True)
class Tokens:
    """`codes[i]` is the class code of the word `text[starts[i]:ends[i]]`."""

    text: str
    spans: list[tuple[int, int]]
    codes: str

    def word(self, index: int) -> str:
        start, end = self.spans[index]
        return self.text[start:end]


def tokenise(text: str, lexicon: Lexicon, start: int, end: int) -> Tokens:
    spans = list(map(_SPAN, _TOKEN.finditer(text, start, end)))
    code = lexicon.codes
    return Tokens(text, spans, "".join([code[text[a:b]] for a, b in spans]))
