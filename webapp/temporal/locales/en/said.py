"""What the slots of a date hold: its year, in digits, in words, or told from another."""

from __future__ import annotations

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import Slots
from webapp.temporal.expression import (
    Expression,
    From,
)
from webapp.temporal.locales.en.counts import this


def year_of(s: Slots, slot: str = "y") -> int | None:
    """The year in a slot of digits or words."""
    if not s.has(slot):
        return None
    number = s.integer(slot)
    return spoken(s.words(slot), s) if number is None else number


def spoken(words: tuple[str, ...], s: Slots) -> int | None:
    """ "nineteen ninety-four" is 1994, "two thousand and one" is 2001."""
    values = [s.lexicon.value("number", w) for w in words]
    numbers = [v for v in values if isinstance(v, int)]
    if not numbers:
        return None
    if "thousand" in words:
        return 2000 + sum(numbers[1:])
    return numbers[0] * 100 + sum(numbers[1:])


def year_said(s: Slots) -> Expression | None:
    """What stands for the year: "next year", "that year"."""
    if s.has("ys"):
        word = s.word("ys")
        anchor = From.MENTION if word in ("following", "previous") else From.PUBLICATION
        return this(G.YEAR, 1 if word == "following" else s.number("step", "ys") or 0, anchor)
    return this(G.YEAR, 0, From.MENTION) if s.has("yt") else None


def is_short(s: Slots) -> bool:
    return s.has("y") and s.raw("y")[0] in "'’`"
