"""Which words after "two days before" tell of an event: a noun phrase, or a clause with its verb."""

from __future__ import annotations

from webapp.temporal.engine.grammar import grammar
from webapp.temporal.engine.lexicon import STOP, folded
from webapp.temporal.engine.tokens import Tokens

Place = tuple[int, int]

_REACH = 7
_CLAUSE_REACH = 10
_ENDINGS = ("tion", "sion", "ment", "tions", "sions", "ments", "ance", "ence")
_BEFORE_NOUN = frozenset(("the", "a", "an", "that", "this", "these", "those"))
_INSIDE = frozenset(["-", "'", "'s", "’", "&", "“", "”", '"', "first", "second", "’s"])
_COMPLEMENT = frozenset(("of", "between"))
_CLAUSE_SIGNS = _INSIDE - {"“", "”", '"'}


def event_after(tokens: Tokens, index: int, limit: int, *, clause: bool) -> Place | None:
    """The tokens of what happened, told from `index` on and before `limit`.

    "the Ford-Brezhnev talks of May" is "Ford-Brezhnev talks"; with `clause` "the king met him, and" is "the king
    met him". "Dinner" is nothing.
    """
    noun = event_noun_after(tokens, index)
    verb = _verb_after(tokens, index, limit) if clause else None
    if verb is None or (noun is not None and noun[1] <= verb):
        return noun
    return index, _clause_end(tokens, verb + 1, min(limit, index + _CLAUSE_REACH))


def event_noun_after(tokens: Tokens, index: int) -> Place | None:
    """The noun phrase at `index` that names an event, without its article."""
    first = index
    while first < len(tokens.spans) and folded(tokens.word(first)) in _BEFORE_NOUN:
        first += 1
    if first < len(tokens.spans) and _is_gerund(tokens.word(first)):
        return _to_end(tokens, first)
    head = None
    for position in range(first, min(first + _REACH, len(tokens.spans))):
        if not _may_continue(tokens, position):
            break
        if _is_event(tokens.word(position)):
            head = position
    return None if head is None else (first, _complement(tokens, head + 1))


def _has(name: str, word: str) -> bool:
    return grammar().lexicon.value(name, word) is not None


def _may_continue(tokens: Tokens, position: int) -> bool:
    word = folded(tokens.word(position))
    if tokens.codes[position] == STOP or _has("clause_word", word):
        return False
    return word[0].isalnum() or word in _INSIDE


def _is_event(word: str) -> bool:
    lower = folded(word)
    if _has("event_noun", lower):
        return True
    return len(lower) > 5 and lower.endswith(_ENDINGS) and not _has("body_noun", lower)


def _is_gerund(word: str) -> bool:
    return len(word) > 5 and word.endswith("ing") and word.islower() and not _is_event(word)


def _to_end(tokens: Tokens, first: int) -> Place:
    """A gerund with its object: up to the next stop."""
    last = first + 1
    while last < min(first + _REACH, len(tokens.spans)) and _may_continue(tokens, last):
        last += 1
    return first, last


def _complement(tokens: Tokens, last: int) -> int:
    """ "fall of Girona": what follows "of", when it is a name."""
    if last + 1 >= len(tokens.spans) or folded(tokens.word(last)) not in _COMPLEMENT:
        return last
    position = last + 1 + (folded(tokens.word(last + 1)) == "the")
    end = position
    while end < min(position + 4, len(tokens.spans)) and tokens.word(end)[:1].isupper():
        end += 1
    return end if end > position else last


def _verb_after(tokens: Tokens, index: int, limit: int) -> int | None:
    """The finite verb of the clause that begins at `index`: after its subject, and before any stop."""
    for position in range(index, min(index + _CLAUSE_REACH - 1, limit)):
        if _stops(tokens, position):
            return None
        if position > index and _is_finite(tokens, position):
            return position
    return None


def _is_finite(tokens: Tokens, position: int) -> bool:
    word, before = tokens.word(position), folded(tokens.word(position - 1))
    if not word.islower() or _has("determiner", before) or before in ("that", "-"):
        return False
    if _has("finite_verb", word):
        return True
    if word.endswith("ed") and len(word) > 3:
        following = tokens.word(position + 1) if position + 1 < len(tokens.spans) else ""
        return not _has("ordinal", before) and not _is_event(following) and not before.endswith("ly")
    return word.endswith("s") and before in ("he", "she", "it") and len(word) > 3


def _stops(tokens: Tokens, position: int) -> bool:
    word = folded(tokens.word(position))
    return tokens.codes[position] == STOP or not (word[0].isalnum() or word in _CLAUSE_SIGNS)


def _clause_end(tokens: Tokens, position: int, limit: int) -> int:
    """Up to the next stop or the next clause, without a preposition left hanging."""
    while position < limit and not _stops(tokens, position) and not _begins_clause(tokens, position):
        position += 1
    while _has("dangling", folded(tokens.word(position - 1))):
        position -= 1
    return position


def _begins_clause(tokens: Tokens, position: int) -> bool:
    return _has("clause_start", folded(tokens.word(position)))
