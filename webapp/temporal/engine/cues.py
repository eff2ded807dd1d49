"""The words near an expression that tell which way it points and how it bounds.

Cues are stored with the candidate, so that it can be resolved again without its text.
"""

from __future__ import annotations

from functools import lru_cache

from webapp.temporal.engine.grammar import grammar
from webapp.temporal.engine.lexicon import OTHER, STOP, folded
from webapp.temporal.engine.links import TOLD
from webapp.temporal.engine.pattern import Codes
from webapp.temporal.engine.tokens import Tokens

_REACH = 9  # words to either side: about the forty characters after which a cue stops telling
_TELLING = 12  # within so many words a verb of the past tells what happened then
_OWN_REACH = 3  # in "Friday's vote" the verb far off is another's
_PERFECT = frozenset(("had", "been", "previously"))
_TO_COME = frozenset(("is", "are", "set", "due", "likely", "about"))
_BEFORE_NOUN = frozenset(("this", "that", "these", "those", "no", "'s", "of", "for", "new", "own"))
_ENDS = frozenset(".!?;")
_BOUNDS = frozenset(
    [
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "to",
        "between",
        "through",
        "during",
        "in",
        "on",
        "at",
        "throughout",
        "within",
        "for",
        "ended",
        "©",
        "copyright",
        "under",
        "of",
    ]
)


def cues_of(tokens: Tokens, first: int, last: int) -> frozenset[str]:
    """ "past" or "future" by the nearest telling word, and the preposition before ("since", "
    ""until", ...)."""
    found = {_direction(tokens, first, last), _preposition(tokens, first)} - {""}
    if "past" in found and "in" in found and _is_told(tokens, first):
        found.add(TOLD)
    return frozenset(found)


def _is_told(tokens: Tokens, first: int) -> bool:
    """Did what the verb tells happen then? "She bought it in March", not "she agreed to buy it in March"."""
    to = _telling()[2]
    near = range(max(first - _TELLING, 0), first - 1)
    return not any(tokens.codes[i] in to and tokens.word(i + 1).islower() for i in near)


def _preposition(tokens: Tokens, first: int) -> str:
    index = first - 1
    if index >= 0 and tokens.word(index).lower() in ("the", "about", "around", "at"):
        index -= 1
    if index < 0:
        return ""
    word = folded(tokens.word(index))
    return word if word in _BOUNDS else ""


def _direction(tokens: Tokens, first: int, last: int) -> str:
    """The verb before decides, unless the one after is clearly nearer."""
    if first > 1 and tokens.word(first - 1) == "as" and tokens.word(first - 2) in ("soon", "early", "late"):
        return "future"
    if first and folded(tokens.word(first - 1)) in ("until", "till"):
        told = {folded(tokens.word(i)) for i in range(last, min(last + _OWN_REACH + 2, len(tokens.spans)))}
        return "past" if "had" in told else "future"
    possessed = last < len(tokens.spans) and folded(tokens.word(last)) == "'s"
    reach = _OWN_REACH if possessed else _REACH
    left = _side(tokens, range(first - 1, max(first - 1 - reach, -1), -1))
    right = _side(tokens, range(last, min(last + reach, len(tokens.spans))))
    if left and right:
        return left[0] if left[1] <= right[1] + 2 else right[0]
    return (left or right or ("", 0))[0]


def _side(tokens: Tokens, indices: range) -> tuple[str, int] | None:
    future, past, to, signs = _telling()
    for distance, index in enumerate(indices):
        code = tokens.codes[index]
        if code in future and not _is_noun(tokens, index):
            return "past" if _PERFECT.intersection(_before(tokens, index, 2)) else "future", distance
        if code in past:
            return _of_participle(tokens, index), distance
        if code == OTHER:
            word = tokens.word(index)
            if word.endswith("ed") and len(word) > 4 and word.islower() and not _is_adjective(tokens, index):
                return _of_participle(tokens, index), distance
            if word in _ENDS:
                return None
        elif code == STOP or (code in signs and not _is_abbreviated(tokens, index)):
            return None
        elif code in to and _TO_COME.intersection(_before(tokens, index, 1)):
            return "future", distance
    return None


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """ "A still unspecified date", "the failed raid": a participle before its noun tells of no time."""
    before = tokens.word(index - 1) if index else ""
    return before in ("still", "yet") or grammar().lexicon.value("determiner", before) is not None


def _of_participle(tokens: Tokens, index: int) -> str:
    """ "To be published", "would be paid": what is to be done lies ahead."""
    if index < 2 or tokens.word(index - 1) != "be":
        return "past"
    return "future" if tokens.word(index - 2) in ("to", "will", "would", "shall", "not") else "past"


@lru_cache(maxsize=1)
def _telling() -> tuple[Codes, Codes, Codes, Codes]:
    """Codes of the words of the future, of the past, of "to", and of a full stop."""
    chars = grammar().lexicon.chars
    return (
        frozenset(chars("cue_future")) - frozenset(chars("month")),
        frozenset(chars("cue_past")),
        frozenset(chars("=to")),
        frozenset(chars("=.")),
    )


def _before(tokens: Tokens, index: int, words: int) -> set[str]:
    return {folded(tokens.word(i)) for i in range(max(index - words, 0), index)}


def _is_noun(tokens: Tokens, index: int) -> bool:
    """ "The will to deal", "his plan": a noun is no verb of the future."""
    value = grammar().lexicon.value
    if index == 0 or value("cue_noun", tokens.word(index)) is None:
        return False
    before = folded(tokens.word(index - 1))
    return before in _BEFORE_NOUN or value("determiner", before) is not None


def _is_abbreviated(tokens: Tokens, index: int) -> bool:
    return index > 0 and len(tokens.word(index - 1)) <= 2
