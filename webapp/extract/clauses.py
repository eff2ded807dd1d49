"""A sentence into clauses: stretches with at most one finite verb each, and what joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.extract import lexicon
from webapp.extract.verbs import Verb
from webapp.text.tokens import Token

_SUBORDINATE = lexicon.words("subordinators")
_ALWAYS = lexicon.words("sure_subordinators")
_RELATIVE = lexicon.words("relatives")
_COORDINATE = lexicon.words("coordinators")
_STRONG_MARKS = frozenset([";", ":", "—", "–", "(", ")"])
_SUBJECTS = lexicon.words("subject_pronouns")
_QUOTES = frozenset(["“", "”", '"'])
_JOINTS = (
    _QUOTES | _STRONG_MARKS | _SUBJECTS | _RELATIVE | _ALWAYS | _SUBORDINATE | _COORDINATE | {"that", ","}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Token indexes, half-open. `joint` is the kind of word that opens it: "", "content" (said that …), "relative",
    "subordinate", "coordinate", "quote"."""

    first: int
    last: int
    joint: str = ""

    def holds(self, index: int) -> bool:
        return self.first <= index < self.last


def split_clauses(tokens: Sequence[Token], verbs: Sequence[Verb]) -> tuple[Clause, ...]:
    """Clauses in order; together they cover the sentence."""
    heads = [v.head for v in verbs if v.is_finite]
    starts: list[tuple[int, str]] = [(0, "")]
    for index in range(1, len(tokens)):
        joint = _joint(tokens, index, starts[-1][0], heads)
        if joint == "coordinate" and starts[-1][1] == "relative" and index + 1 in {v.first for v in verbs}:
            joint = "relative"
        if joint is not None:
            starts.append((index, joint))
    ends = [start for start, _ in starts[1:]] + [len(tokens)]
    return tuple(
        Clause(start, end, joint) for (start, joint), end in zip(starts, ends, strict=True) if start < end
    )


def _joint(tokens: Sequence[Token], index: int, since: int, heads: Sequence[int]) -> str | None:
    word = tokens[index].lower
    if word not in _JOINTS:
        return None
    if word in _QUOTES:
        return _quote_joint(tokens, index, heads)
    if word in _STRONG_MARKS:
        return ""
    verb_before = any(since <= h < index for h in heads)
    verb_after = any(h > index for h in heads)
    if word == "that" and verb_before:
        return "relative" if tokens[index - 1].text == "," else "content"
    if word in _SUBJECTS and verb_before and verb_after:
        return _bare_joint(tokens, index, heads)
    if word in _RELATIVE and verb_after:
        return "relative"
    if word in _ALWAYS and verb_before:
        return "subordinate"
    if (
        word in _SUBORDINATE
        and verb_after
        and (verb_before or word == "when" or tokens[index - 1].text == ",")
    ):
        return "subordinate" if _clause_follows(tokens, index, heads) else None
    if word in _COORDINATE and verb_before and _clause_follows(tokens, index, heads):
        return "coordinate"
    if word == "," and verb_before and verb_after and _resumes(tokens, index, heads):
        return ""
    return None


def _quote_joint(tokens: Sequence[Token], index: int, heads: Sequence[int]) -> str | None:
    """Quoted words are a clause of their own where they hold a verb; "a “grave escalation”" is not."""
    opening = index if _is_opening(tokens, index) else _partner(tokens, index, -1)
    closing = _partner(tokens, opening, 1)
    if not any(opening < h < closing for h in heads):
        return None
    return "quote" if index == opening else ""


def _partner(tokens: Sequence[Token], index: int, step: int) -> int:
    """The other quotation mark of a pair; the sentence's end where there is none."""
    at = index + step
    while 0 <= at < len(tokens) and tokens[at].text not in _QUOTES:
        at += step
    return at


def _bare_joint(tokens: Sequence[Token], index: int, heads: Sequence[int]) -> str | None:
    """A pronoun before a verb opens a clause without a joint word: "says he made", "terms he outlined"."""
    if not any(index < h <= index + 2 for h in heads):
        return None
    before = tokens[index - 1]
    if index - 1 in heads:
        return "content"
    return (
        "relative" if before.is_word and before.lower.isalpha() and before.lower not in _COORDINATE else None
    )


def _is_opening(tokens: Sequence[Token], index: int) -> bool:
    mark = tokens[index].text
    if mark in "“”":
        return mark == "“"
    return sum(t.text == '"' for t in tokens[:index]) % 2 == 0


def _clause_follows(tokens: Sequence[Token], index: int, heads: Sequence[int]) -> bool:
    """Is there a finite verb before the next joint?"""
    is_subordinate = tokens[index].lower in _SUBORDINATE
    for at in range(index + 1, len(tokens)):
        if at in heads:
            return True
        word = tokens[at].lower
        if is_subordinate and (word in _SUBORDINATE or (word == "," and at > index + 1)):
            return False
        if (
            word in _RELATIVE
            or word in _STRONG_MARKS
            or word in _QUOTES
            or (word in _COORDINATE and at > index + 6)
        ):
            return False
    return False


def _resumes(tokens: Sequence[Token], index: int, heads: Sequence[int]) -> bool:
    """A comma before a verb ends what stood between commas: "the call, which lasted an hour, ended …"."""
    following = [h for h in heads if h > index]
    if not following:
        return False
    between = tokens[index + 1 : following[0]]
    return len(between) <= 3 and all(
        t.is_word and t.text != "," and t.lower not in _COORDINATE for t in between
    )
