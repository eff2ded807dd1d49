"""How alike two reports are in their words, names and times left out."""

from __future__ import annotations

import re
from functools import lru_cache

from webapp.extract import lexicon

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = lexicon.words("empty_words") | {word for title in lexicon.names().titles for word in title}


@lru_cache(maxsize=50_000)
def content_words(text: str) -> frozenset[str]:
    """Words that carry meaning, cut to a rough stem."""
    return frozenset(_stem(w) for w in (m[0].lower() for m in _WORD.finditer(text)) if w not in _COMMON)


def likeness(words: frozenset[str], others: frozenset[str]) -> float:
    """Shared words as a part of the smaller set, 0 to 1."""
    smaller = min(len(words), len(others))
    return len(words & others) / smaller if smaller else 0.0


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
