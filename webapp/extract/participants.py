"""Who took part in an event and who is only mentioned, by position and grammar around the event word."""

from __future__ import annotations

from webapp.extract import lexicon
from webapp.extract.cast import Named
from webapp.extract.event_nouns import noun_kind
from webapp.extract.happenings import Happening
from webapp.extract.names import Form
from webapp.extract.phrases import is_inside, is_possessive, preposition
from webapp.extract.report import ActorKind, Part, Participation
from webapp.extract.sentence import Analysed
from webapp.extract.subjects import Memory, subjects_of

_OF_REACH = 9  # tokens between an event noun and those whose event it is
_TOWARDS = frozenset(["talk", "say", "give", "trade"])  # kinds whose "to" names a second party


def participations(analysed: Analysed, happening: Happening, memory: Memory) -> tuple[Participation, ...]:
    """Every actor named in the sentence with its part; those who took part come first, in order of the text."""
    acting = subjects(analysed, happening, memory)
    took = [*acting, *_objects(analysed, happening), *_possessors(analysed, happening)]
    parts: dict[str, Part] = dict.fromkeys(took, Part.TOOK_PART)
    for named in analysed.names:
        if named.actor and named.actor not in parts:
            parts[named.actor] = _otherwise(
                analysed, happening, named, is_decided=bool(took), has_subject=bool(acting)
            )
    ordered = sorted(parts.items(), key=lambda item: item[1] is not Part.TOOK_PART)
    return tuple(Participation(actor, part) for actor, part in ordered)


def _otherwise(
    analysed: Analysed, happening: Happening, named: Named, *, is_decided: bool, has_subject: bool
) -> Part:
    """Grammar decided nothing: unclear where nobody else took part and the name stands free in the event's clause, or
    belongs to its subject ("the engineers of Hale & Sons")."""
    if analysed.in_timex(named.found.span) or is_possessive(analysed, named):
        return Part.MENTIONED
    behind = preposition(analysed, named)
    is_before = happening.verb is not None and named.found.last <= happening.verb.first
    if behind == "of" and is_before and named.kind is ActorKind.ORGANISATION and not has_subject:
        return Part.UNCLEAR
    stands_free = happening.clause.holds(named.found.first) and not behind
    return Part.UNCLEAR if stands_free and not is_decided else Part.MENTIONED


def subjects(analysed: Analysed, happening: Happening, memory: Memory) -> list[str]:
    """Keys of those who are the subject of the event's verb."""
    verb = happening.verb
    return [] if verb is None else subjects_of(analysed, verb, memory)


def _objects(analysed: Analysed, happening: Happening) -> list[str]:
    """Those the event was done to, or done with."""
    start = happening.noun if happening.verb is None else happening.verb.head
    if start is None:
        return []
    stop = _object_end(analysed, happening, start)
    keys: list[str] = []
    for named in analysed.names:
        if (
            named.actor
            and start < named.found.first
            and named.found.first < stop
            and _is_party(analysed, happening, named)
        ):
            keys.append(named.actor)
    return keys


def _object_end(analysed: Analysed, happening: Happening, start: int) -> int:
    """Objects end with the clause, at the next verb, or where what was said begins."""
    ends = [v.first for v in analysed.verbs if v.first > start and v.head > start]
    marks = [i for i in range(start, happening.clause.last) if analysed.tokens[i].text in ("“", '"')]
    return min([happening.clause.last, *ends, *marks])


def _is_party(analysed: Analysed, happening: Happening, named: Named) -> bool:
    if is_inside(analysed, named) or _hangs_on_another_noun(analysed, happening, named):
        return False
    behind = preposition(analysed, named)
    kind = happening.mention.kind
    if not behind:
        return named.found.form not in (Form.STATE, Form.METONYM) or _is_direct(happening, named)
    if behind == "by":
        return happening.verb is not None and (happening.verb.is_passive or not happening.verb.is_finite)
    if behind == "of":
        return happening.noun is not None and 0 < named.found.first - happening.noun <= _OF_REACH
    if behind == "to":
        return kind in _TOWARDS
    return behind in lexicon.events().social


def _hangs_on_another_noun(analysed: Analysed, happening: Happening, named: Named) -> bool:
    """ "briefed them on the call with Lyle": Lyle was party to the call."""
    start = happening.verb.head if happening.verb is not None else happening.noun or 0
    between = range(start + 1, named.found.first - 1)
    if not preposition(analysed, named):
        return False
    return any(i != happening.noun and noun_kind(analysed, i) == "talk" for i in between)


def _is_direct(happening: Happening, named: Named) -> bool:
    """A state is an object only right behind the verb: "invaded Poland"."""
    head = happening.verb.head if happening.verb else -9
    return named.found.first - head <= 2


def _possessors(analysed: Analysed, happening: Happening) -> list[str]:
    """ "Scholz’s talks", "Tarn Holdings’ appeal": who has the event noun right behind the name."""
    if happening.noun is None:
        return []
    return [
        n.actor
        for n in analysed.names
        if n.actor and is_possessive(analysed, n) and 0 < happening.noun - n.found.last <= 3
    ]
