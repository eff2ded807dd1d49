"""Names as they are compared: folded to plain letters, and spellings of one surname told from two."""

from __future__ import annotations

import re

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

_SIMILAR_LETTERS = 0.8  # share of letters that spellings of one surname have in common


def folded(name: str) -> str:
    """A name's key for comparing: plain letters, lower case, no marks.

    >>> folded("Élise O’Hara")
    'elise ohara'
    """
    return " ".join(re.sub(r"[^a-z0-9 ]", "", anyascii(name).lower()).split())


def same_surname(a: str, b: str) -> bool:
    """Do two folded surnames differ only as spellings of one name do ("Zelensky", "Zelenskyy")?"""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    return (
        shorter >= 5
        and a[:3] == b[:3]
        and Levenshtein.distance(a, b) <= (2 if shorter >= 7 else 1)
        and (Levenshtein.normalized_similarity(a, b) >= _SIMILAR_LETTERS)
    )
