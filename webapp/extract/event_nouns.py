"""Event nouns of a sentence: where they stand and which verb carries them."""

from __future__ import annotations

from webapp.extract import lexicon
from webapp.extract.clauses import Clause
from webapp.extract.sentence import Analysed
from webapp.extract.verbs import Verb
from webapp.temporal.timex import Timex

_NOUN_REACH = 12  # tokens behind a light verb in which its noun may stand
_PREPOSITIONS = lexicon.words("prepositions")
_ARTICLES = lexicon.words("definite") | lexicon.words("articles")


def noun_kind(analysed: Analysed, index: int) -> str:
    """The class of an event noun, written small as a noun is; "" for any other word."""
    token = analysed.tokens[index]
    if not token.is_word or (token.is_capitalised and index):
        return ""
    return lexicon.events().nouns.get(noun_at(analysed, index), "")


def noun_at(analysed: Analysed, index: int) -> str:
    """The event noun at a token, in the singular, two words together where the lexicon has them; "" for none."""
    nouns = lexicon.events().nouns
    word = analysed.tokens[index].lower
    singular = word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") else word
    return next((w for w in (word, singular) if w in nouns), "")


def noun_behind(analysed: Analysed, verb: Verb, clause: Clause) -> int | None:
    """The event noun that a light verb carries: the first behind it in its clause, not inside a phrase of its own."""
    for index in range(verb.head + 1, min(clause.last, verb.head + _NOUN_REACH)):
        token = analysed.tokens[index]
        if token.lower in _PREPOSITIONS or token.lower == "that":
            return None
        if token.is_word and not token.is_capitalised and noun_at(analysed, index):
            compound = index + 1 < clause.last and bool(noun_at(analysed, index + 1))
            return index + 1 if compound else index
    return None


def noun_before(analysed: Analysed, verb: Verb, clause: Clause) -> int | None:
    """ "The inquiry was opened", "talks between them were held": the event noun that is a verb's subject."""
    return noun_heading(analysed, clause.first, verb.first)


def noun_of_occasion(analysed: Analysed, verb: Verb, clause: Clause) -> int | None:
    """ "was put through to her in a call": a verb that the lexicon does not know, and the occasion it names."""
    for index in range(verb.head + 1, clause.last):
        if analysed.tokens[index].lower in ("in", "at", "during") and index + 1 < clause.last:
            for at in range(index + 1, min(index + 4, clause.last)):
                if noun_kind(analysed, at):
                    return at
    return None


def noun_heading(analysed: Analysed, first: int, last: int) -> int | None:
    """The event noun that heads what stands between two tokens: "the long *trial* of …", "Hale’s *appeal*"; not one
    inside a phrase ("after the trial")."""
    for index in range(first, last):
        if noun_kind(analysed, index) and not analysed.in_timex(analysed.tokens[index].span):
            at = index - 1
            while at > first and (
                analysed.tokens[at].lower in _ARTICLES or analysed.tokens[at].lower.isalpha()
            ):
                if analysed.tokens[at].lower in _PREPOSITIONS:
                    return None
                at -= 1
            return None if analysed.tokens[max(at, first)].lower in _PREPOSITIONS else index
    return None


def noun_dated(analysed: Analysed, timex: Timex, clause: Clause, verbs: tuple[Verb, ...]) -> int | None:
    """ "The arrest of Lunde on 3 March surprised …": the noun that a time expression before the verb belongs to."""
    at = analysed.token_at(timex.span.start)
    first_verb = min((v.first for v in verbs if clause.holds(v.head) and v.is_finite), default=-1)
    if first_verb < at:
        return None
    noun = noun_heading(analysed, clause.first, at)
    between = analysed.tokens[noun + 1 : at] if noun is not None else ()
    return noun if noun is not None and not any(t.text == "," for t in between) else None
