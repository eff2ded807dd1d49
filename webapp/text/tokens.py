"""Words and marks of a stretch of text."""

from __future__ import annotations

import re
from typing import NamedTuple

from webapp.text.span import Span

# A word keeps inner full stops ("U.S."), hyphens and apostrophes; a possessive 's is a token of its own.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,6}"
    r"|['’]s\b"
    r"|\w(?:[\w&]|[-‐‑](?=\w)|–(?=[^\W\d])|['’](?!s\b)(?=\w)|\.(?=\w))*"
    r"|[^\w\s]"
)


class Token(NamedTuple):
    """`lower` is the word in lower case; `is_word` tells words and numbers from marks.

    A named tuple, since there are many and they are made faster than data classes.
    """

    span: Span
    text: str
    lower: str
    is_word: bool
    is_capitalised: bool


def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """Tokens in order, in document offsets.

    >>> [t.text for t in tokenise("The U.S. team’s two-day visit.", Span(0, 30))]
    ['The', 'U.S.', 'team', '’s', 'two-day', 'visit', '.']
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match[0]
        first = word[0]
        tokens.append(Token(Span(*match.span()), word, word.lower(), first.isalnum(), first.isupper()))
    return tuple(tokens)
