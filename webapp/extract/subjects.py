"""Whose doing a verb is: names before it, whom its pronoun means, who shares it with the verb before."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.extract import lexicon
from webapp.extract.cast import Named
from webapp.extract.event_nouns import noun_heading
from webapp.extract.phrases import is_aside, is_possessive, preposition
from webapp.extract.sentence import Analysed
from webapp.extract.verbs import Verb

_PRONOUNS = lexicon.words("person_pronouns")
_ITS = lexicon.words("possessive_pronouns")
_WITH_PRONOUN = (["he", "and"], ["she", "and"])
_LINKING = lexicon.words("linking")
_PLURAL = lexicon.words("plural_pronouns")
_TOGETHER = lexicon.words("together")
_PARTNERS = frozenset(["of", "between", "with"])


@dataclass(frozen=True, slots=True)
class Memory:
    """Whom a pronoun means: the last person that was a subject, that person's state where an office tells it, and the
    last people that acted together."""

    subject: str = ""
    land: str = ""
    group: tuple[str, ...] = ()


def subjects_of(analysed: Analysed, verb: Verb, memory: Memory, *, depth: int = 0) -> list[str]:
    """Names before the verb in its clause, else whom its pronoun means, else the subject of the verb before it."""
    clause = analysed.clause_at(verb.head)
    first = _region_start(analysed, verb)
    named = [n for n in analysed.names if first <= n.found.first and n.found.last <= verb.first]
    free = [n for n in named if n.actor and not is_aside(analysed, n)]
    words = [t.lower for t in analysed.tokens[first : verb.first]]
    if free:
        joined = [t.lower for t in analysed.tokens[max(0, free[0].found.first - 2) : free[0].found.first]]
        also = _antecedent_of_pronoun(analysed, verb, memory) if joined in _WITH_PRONOUN else []
        return [*also, *_coordinated(analysed, free, first=free[0])]
    if memory.land and len(words) >= 2 and words[-2] in _ITS and words[-1] in lexicon.names().government:
        return [memory.land]  # "his government"
    if any(w in _PRONOUNS for w in words[-4:]):
        return _antecedent_of_pronoun(analysed, verb, memory)
    if named and (parties := _named_by_noun(analysed, verb, first)):
        return parties
    if memory.group and _speaks_of_group(words):
        return list(memory.group)
    if clause.joint == "relative" and any(w in ("who", "which", "that") for w in words):
        return _antecedent(analysed, clause.first)
    between = analysed.tokens[first : verb.first]
    inherits = not verb.is_finite or not any(t.is_word and t.lower not in _LINKING for t in between)
    earlier = [v for v in analysed.verbs if v.head < verb.first and v.is_finite]
    if depth < 3 and inherits and earlier:
        return subjects_of(analysed, earlier[-1], memory, depth=depth + 1)
    return []


def _region_start(analysed: Analysed, verb: Verb) -> int:
    """A subject stands between its clause's start, or the verb before, and its verb. Words that only interrupt
    ("Trudeau, a strong supporter of …, said") belong to the region."""
    clause = analysed.clause_at(verb.head)
    previous = [v.head + 1 for v in analysed.verbs if v.is_finite and clause.first <= v.head < verb.first]
    first = max([clause.first, *previous])
    words = [t.lower for t in analysed.tokens[first : verb.first]]
    if words[:2] == ["according", "to"] and "," in words:
        return first + len(words) - words[::-1].index(",")  # the source stands before the comma
    return first


def _antecedent_of_pronoun(analysed: Analysed, verb: Verb, memory: Memory) -> list[str]:
    """ "He" is the last person named before it as somebody who does something, in this sentence or the one before."""
    earlier = [
        n.actor
        for n in analysed.names
        if n.is_person and n.found.last < verb.first and not is_aside(analysed, n) and _acts(analysed, n)
    ]
    return earlier[-1:] or ([memory.subject] if memory.subject else [])


def _acts(analysed: Analysed, named: Named) -> bool:
    """Does a verb follow the name, with at most an apposition between?"""
    return any(v.is_finite and 0 <= v.first - named.found.last <= 6 for v in analysed.verbs)


def _speaks_of_group(words: list[str]) -> bool:
    joined = " ".join(words)
    return any(w in _PLURAL for w in words[-3:]) or any(joined.endswith(end) for end in _TOGETHER)


def _antecedent(analysed: Analysed, index: int) -> list[str]:
    """The name right before "who"."""
    before = [n for n in analysed.names if n.actor and index - 2 <= n.found.last <= index]
    return [before[-1].actor] if before else []


def _coordinated(analysed: Analysed, free: list[Named], *, first: Named) -> list[str]:
    """The first name and those joined to it: "Okafor, Brandt and Lyle", "Hale and his sister, Ada Brandt"."""
    keys, end, waiting = [first.actor], first.found.last, ""
    for named in free[1:]:
        between = [t.lower for t in analysed.tokens[end : named.found.first]]
        if between == [","]:
            waiting = waiting or named.actor  # an apposition, unless an "and" follows
        elif _joins(analysed, end, named.found.first):
            keys += [waiting, named.actor] if waiting else [named.actor]
            waiting = ""
        else:
            break
        end = named.found.last
    return keys


def _joins(analysed: Analysed, first: int, last: int) -> bool:
    """Are two names joined by what stands between them: "and", ", 34, and", "and her counterpart,"?"""
    between = [t.lower for t in analysed.tokens[first:last]]
    has_verb = any(first <= v.head < last for v in analysed.verbs)
    is_joint = not between or bool({"and", "&", "or"} & set(between)) or between == ["as", "well", "as"]
    return is_joint and len(between) <= 6 and not has_verb


def _named_by_noun(analysed: Analysed, verb: Verb, first: int) -> list[str]:
    """ "Hale’s appeal was rejected", "the trial of Hale began": who belongs to the event noun that is the subject."""
    noun = noun_heading(analysed, first, verb.first)
    if noun is None:
        return []
    return [
        n.actor
        for n in analysed.names
        if n.actor
        and first <= n.found.first < verb.first
        and not analysed.in_timex(n.found.span)
        and (
            (is_possessive(analysed, n) and 0 < noun - n.found.last <= 3)
            or (n.found.first > noun and preposition(analysed, n) in _PARTNERS)
        )
    ]
