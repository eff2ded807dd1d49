"""Which word of a sentence tells the event, and which time expression dates it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from webapp.extract import lexicon
from webapp.extract.clauses import Clause
from webapp.extract.event_nouns import (
    noun_at,
    noun_before,
    noun_behind,
    noun_dated,
    noun_kind,
    noun_of_occasion,
)
from webapp.extract.report import EventMention
from webapp.extract.sentence import Analysed
from webapp.extract.verbs import Verb
from webapp.temporal.timex import Timex
from webapp.text.span import Span

_NAMING = frozenset(["a", "an", "the", "“", '"', "his", "her", "its"])
_COPULAS = frozenset(["be", "have", "seem", "appear"])
_NESTED = frozenset(["relative", "content", "quote"])


@dataclass(frozen=True, slots=True)
class Happening:
    """An event word with its clause. `verb` is missing where a noun alone tells the event; `noun` is the token index
    of the event noun that a light verb carries ("held talks")."""

    mention: EventMention
    clause: Clause
    verb: Verb | None = None
    noun: int | None = None


def dated(analysed: Analysed, usable: tuple[Timex, ...]) -> Iterator[tuple[Happening, tuple[Timex, ...]]]:
    """Each event word that a usable time expression dates, with its time expressions in order."""
    groups: dict[int, tuple[Happening, list[Timex]]] = {}
    for timex in usable:
        happening = _dated_by(analysed, timex)
        if happening is not None:
            groups.setdefault(happening.mention.span.start, (happening, []))[1].append(timex)
    for happening, timexes in groups.values():
        yield happening, tuple(timexes)


def others(analysed: Analysed, taken: Set[Span]) -> Iterator[Happening]:
    """Every event word of the sentence but those taken: verbs that are no mere "be" or "have", and event nouns."""
    seen = set(taken)
    for verb in analysed.verbs:
        happening = happening_of(analysed, verb)
        if happening is not None and happening.mention.span not in seen:
            seen.add(happening.mention.span)
            yield happening
    for index, token in enumerate(analysed.tokens):
        if noun_kind(analysed, index) and token.span not in seen and not analysed.in_timex(token.span):
            yield _of_noun(analysed, index, analysed.clause_at(index))


def undated(analysed: Analysed) -> Happening | None:
    """The main event word of a sentence without a date: of its first verb outside of what somebody said, and only one
    that the lexicon knows."""
    for verb in analysed.verbs:
        if verb.is_finite and analysed.clause_at(verb.head).joint not in _NESTED:
            happening = happening_of(analysed, verb)
            if happening is not None and _is_known(analysed, happening):
                return happening
    return None


def _is_known(analysed: Analysed, happening: Happening) -> bool:
    """Does the lexicon class the event word?"""
    return happening.noun is not None or (
        happening.verb is not None and bool(_kind_of(analysed, happening.verb))
    )


def happening_of(analysed: Analysed, verb: Verb) -> Happening | None:
    """The event a verb tells of, through its noun where the verb itself tells little; `None` for a state."""
    events = lexicon.events()
    clause = analysed.clause_at(verb.head)
    if analysed.in_timex(analysed.tokens[verb.head].span):
        return None
    verb = _planned(analysed, verb)
    kind = _kind_of(analysed, verb)
    noun = _noun_for(analysed, verb, clause, kind)
    if noun is not None:
        return Happening(_mention(analysed, noun, noun_kind(analysed, noun), verb), clause, verb, noun)
    if verb.lemma in events.stative and not kind:
        return None
    return Happening(_mention(analysed, verb.head, kind or verb.lemma, verb), clause, verb)


def _noun_for(analysed: Analysed, verb: Verb, clause: Clause, kind: str) -> int | None:
    """The event noun that says more than the verb: "held talks", "talks were held", "the trial began"."""
    events = lexicon.events()
    phrasal = _phrasal(analysed, verb)
    if (
        verb.lemma in events.occurring
        or phrasal in events.occurring
        or (verb.is_passive and verb.lemma in events.light)
    ):
        noun = noun_before(analysed, verb, clause)
        if noun is not None:
            return noun
    if verb.lemma in events.light and not verb.is_passive:
        noun = noun_behind(analysed, verb, clause)
        if noun is not None:
            return noun
    return None if kind or verb.lemma in _COPULAS else noun_of_occasion(analysed, verb, clause)


def _kind_of(analysed: Analysed, verb: Verb) -> str:
    """The class of a verb, its particle considered; "" for one that the lexicon does not class."""
    events = lexicon.events()
    phrasal = events.verbs.get(_phrasal(analysed, verb), "")
    if phrasal or verb.lemma in events.stative:
        return phrasal
    if verb.lemma == "call" and not verb.is_passive:
        return "talk" if _is_telephoning(analysed, verb) else "say"
    return events.verbs.get(verb.lemma, "")


def _is_telephoning(analysed: Analysed, verb: Verb) -> bool:
    """ "called Vale on Monday", but not "called Vale a liar" or "called the fares “a gift”"."""
    called = next((n for n in analysed.names if n.is_person and 0 < n.found.first - verb.head <= 3), None)
    if called is None:
        return False
    after = analysed.tokens[called.found.last : called.found.last + 1]
    return not after or after[0].lower not in _NAMING


def _phrasal(analysed: Analysed, verb: Verb) -> str:
    """ "laid out": a verb with the particle behind it, which makes another verb of it."""
    after = analysed.tokens[verb.head + 1 : verb.head + 2]
    return f"{verb.lemma} {after[0].lower}" if after else ""


def _planned(analysed: Analysed, verb: Verb) -> Verb:
    """ "plans to brief": the planned verb, with the plan as its modality."""
    events = lexicon.events()
    if verb.lemma not in events.plans:
        return verb
    follower = next(
        (v for v in analysed.verbs if verb.head < v.first <= verb.head + 3 and not v.is_finite), None
    )
    if follower is None or analysed.tokens[follower.first].lower != "to":
        return verb
    return Verb(
        verb.first, follower.head, follower.lemma, "future", modality=verb.lemma, is_negated=verb.is_negated,
        is_passive=follower.is_passive,
    )  # fmt: skip


def _dated_by(analysed: Analysed, timex: Timex) -> Happening | None:
    """The event word that a time expression belongs to: the noun or verb before it in its clause, else the verb behind
    it; `None` where it only tells of a state or of a purpose."""
    at = analysed.token_at(timex.span.start)
    if at >= len(analysed.tokens):
        return None
    clause = analysed.clause_at(at)
    inside = [v for v in analysed.verbs if clause.holds(v.head)]
    if _is_background(timex, clause, inside) and _is_open(timex):
        return None
    noun = noun_dated(analysed, timex, clause, analysed.verbs)
    if noun is not None and at > clause.first + 1:
        return _of_noun(analysed, noun, clause)
    before = [v for v in reversed(inside) if v.head < at]
    after = [v for v in inside if v.head > at]
    if _is_purpose(timex, before):
        return None
    found = _first(analysed, [*before, *after])
    if found is not None or _is_background(timex, clause, inside):
        return found
    own = next((v for v in inside if v.is_finite and v.lemma not in _COPULAS), None)
    if own is not None:
        return Happening(_mention(analysed, own.head, own.lemma, own), clause, own)
    fronted = [v for v in analysed.verbs if v.head > at and v.is_finite and not _is_nested(analysed, v)]
    earlier = [v for v in reversed(analysed.verbs) if v.head < at and v.is_finite]
    return _first(analysed, [*fronted, *earlier]) or _noun_alone(analysed)


def _first(analysed: Analysed, verbs: list[Verb]) -> Happening | None:
    return next((h for v in verbs if (h := happening_of(analysed, v)) is not None), None)


def _is_background(timex: Timex, clause: Clause, inside: list[Verb]) -> bool:
    """ "who has been mayor since 2019", "the mill has stood empty since 1990": a state told in passing."""
    if clause.joint == "relative":
        return bool(inside)
    return _is_open(timex) and all(v.lemma in lexicon.events().stative for v in inside)


def _is_open(timex: Timex) -> bool:
    return timex.when is not None and timex.when.lasts and timex.when.interval.end is None


def _is_purpose(timex: Timex, before: list[Verb]) -> bool:
    """ "promised seed for next spring": what is promised is for then, but the promise is not dated; a plan is."""
    events = lexicon.events()
    return (
        "for" in timex.candidate.cues and bool(before) and before[0].lemma not in events.plans | events.light
    )


def _is_nested(analysed: Analysed, verb: Verb) -> bool:
    return analysed.clause_at(verb.head).joint in _NESTED


def _noun_alone(analysed: Analysed) -> Happening | None:
    """A sentence without a verb that tells anything: its first event noun."""
    for index, token in enumerate(analysed.tokens):
        if noun_at(analysed, index) and token.is_word and not analysed.in_timex(token.span):
            return _of_noun(analysed, index, analysed.clause_at(index))
    return None


def _of_noun(analysed: Analysed, index: int, clause: Clause) -> Happening:
    token = analysed.tokens[index]
    kind = lexicon.events().nouns[noun_at(analysed, index)]
    verb = next((v for v in analysed.verbs if clause.holds(v.head) and v.is_finite), None)
    tense = verb.tense if verb is not None else "none"
    return Happening(
        EventMention(token.span, token.text, kind, is_noun=True, tense=tense), clause, None, index
    )


def _mention(analysed: Analysed, index: int, kind: str, verb: Verb) -> EventMention:
    token = analysed.tokens[index]
    return EventMention(
        token.span, token.text, kind, index != verb.head, verb.tense, verb.modality, verb.is_negated
    )  # fmt: skip
