"""Is a text in a language that Dateline reads?"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters that decide
_ENOUGH = 25  # words below which there is too little to tell, and the text is read
_SHARE = 0.12  # of words that are function words; English prose has about 0.4, other languages below 0.08
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "it",
        "he",
        "his",
        "had",
        "have",
        "has",
        "be",
        "are",
        "were",
        "been",
        "which",
        "not",
        "this",
        "their",
        "they",
        "its",
        "said",
        "who",
        "will",
        "would",
        "after",
        "before",
        "about",
        "into",
        "when",
    ]
)


def language_of(text: str) -> str:
    """ "en", or "" for a language that Dateline does not read.

    >>> language_of("Der Rat der Stadt hat am Freitag mit allen Stimmen beschlossen, die Brücke zu sperren. " * 3)
    ''
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    known = sum(word in _FUNCTION_WORDS for word in words)
    if len(words) < _ENOUGH and (known or all(word.isascii() for word in words)):
        return "en"
    return "en" if words and known / len(words) >= _SHARE else ""
