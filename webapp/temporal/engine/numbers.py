"""Counts said in words and digits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from webapp.temporal.engine.lexicon import Lexicon

_HALF = Fraction(1, 2)


def count_of(words: Sequence[str], lexicon: Lexicon) -> Fraction | None:
    """The number that words say; of "two to three" the first; `None` when they give none ("several").

    "two and a half" is 5/2, "a hundred and twenty" is 120, "a couple of" is 2.
    """
    total, current, seen = Fraction(0), Fraction(0), False
    for word in words:
        if word in ("to", "or", "-") and seen and not _is_compound(words, lexicon):
            break
        if word in ("couple", "pair"):
            return Fraction(2)
        if lexicon.value("vague", word) is not None or word in ("dozens", "scores", "hundreds", "thousands"):
            return None
        number = _number(word, lexicon)
        if number is not None:
            current, seen = current + number, True
            continue
        magnitude = lexicon.value("magnitude", word)
        if isinstance(magnitude, int):
            current, seen = (current if seen else Fraction(1)) * magnitude, True
            if magnitude > 100:
                total, current = total + current, Fraction(0)
    if not seen:
        return Fraction(1) if words and words[-1] in ("a", "an", "another", "single", "each", "per") else None
    return total + current


def _is_compound(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Does the hyphen join tens and units ("twenty-four"), or a count and a half?"""
    return (
        "-" in words
        and not {"to", "or"} & set(words)
        and any(lexicon.value("tens", word) is not None or word == "half" for word in words)
    )


def _number(word: str, lexicon: Lexicon) -> Fraction | None:
    if word in ("half", "½"):
        return _HALF
    if word[:1].isdigit():
        try:
            return Fraction(word.replace(",", "").removesuffix("th"))
        except (ValueError, ZeroDivisionError):
            return None
    value = lexicon.value("number", word)
    return Fraction(value) if isinstance(value, int) else None
