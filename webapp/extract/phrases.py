"""Where a name stands in its sentence: behind which preposition, inside which other phrase."""

from __future__ import annotations

from webapp.extract import lexicon
from webapp.extract.cast import Named
from webapp.extract.names import Form
from webapp.extract.sentence import Analysed

_PREPOSITIONS = lexicon.words("prepositions")
_ARTICLES = lexicon.words("articles")
_POSSESSIVE = frozenset(["’s", "'s", "’", "'"])
_AFTER_NAMES = _PREPOSITIONS | lexicon.words("after_names")


def is_aside(analysed: Analysed, named: Named) -> bool:
    """Not able to be a subject: behind a preposition, or part of another phrase."""
    return bool(preposition(analysed, named)) or is_inside(analysed, named)


def is_inside(analysed: Analysed, named: Named) -> bool:
    """Part of another phrase: a possessor, an attribute, or words of a time expression."""
    return (
        is_possessive(analysed, named)
        or _is_attribute(analysed, named)
        or analysed.in_timex(named.found.span)
    )


def _is_attribute(analysed: Analysed, named: Named) -> bool:
    """ "NATO allies", "Ukraine policy": a state or body right before a noun stands for no actor."""
    last = named.found.last
    if named.found.form not in (Form.STATE, Form.METONYM, Form.BODY) or last >= len(analysed.tokens):
        return False
    after = analysed.tokens[last]
    is_noun_like = (
        after.is_word and after.text.isalpha() and after.text.islower() and after.lower not in _AFTER_NAMES
    )
    return (
        is_noun_like
        and not after.lower.endswith("ly")
        and not any(v.first <= last <= v.head for v in analysed.verbs)
    )


def preposition(analysed: Analysed, named: Named) -> str:
    """The preposition right before a name, its article left out; for names joined by "and" that of the first."""
    if analysed.in_timex(analysed.tokens[max(0, named.found.first - 1)].span):
        return ""
    index = _before_description(analysed, named.found.first - 1)
    if index < 0:
        return ""
    word = analysed.tokens[index].lower
    if word == "," and not _goes_on_a_list(analysed, named):
        return ""
    if word in ("and", ","):
        end = index - 1 if word == "and" and analysed.tokens[index - 1].text == "," else index
        joined = [n for n in analysed.names if n.found.last == end]
        return preposition(analysed, joined[-1]) if joined and joined[-1] is not named else ""
    if word == "to" and index and analysed.tokens[index - 1].lower == "according":
        return "according to"
    return word if word in _PREPOSITIONS else ""


def _goes_on_a_list(analysed: Analysed, named: Named) -> bool:
    """ "with Hale, Brandt and Lyle"; but not "In Storr, Hale met …" nor "the founder, Hale, said"."""
    last = named.found.last
    after = analysed.tokens[last].lower if last < len(analysed.tokens) else ""
    is_listed = after == "and" or (after == "," and not any(v.first == last + 1 for v in analysed.verbs))
    verbs_before = any(v.is_finite and v.head < named.found.first for v in analysed.verbs)
    return is_listed and verbs_before


def _before_description(analysed: Analysed, index: int) -> int:
    """Over an article, or over a description with its article: "with | the clothing chain" Marlow."""
    at = index
    while at >= 0 and index - at < 4:
        word = analysed.tokens[at].lower
        if word in _ARTICLES:
            return at - 1
        if (
            not analysed.tokens[at].is_word
            or word in _AFTER_NAMES
            or any(v.head == at for v in analysed.verbs)
        ):
            break
        at -= 1
    return index


def is_possessive(analysed: Analysed, named: Named) -> bool:
    """ "Germany’s offer", but not "Germany’s Scholz", where the name itself follows."""
    last = named.found.last
    return last < len(analysed.tokens) and analysed.tokens[last].text in _POSSESSIVE
