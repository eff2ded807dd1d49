"""From hits to candidates: what belongs together is joined, linked, or tied to an event; each gets its cues."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.cues import cues_of
from webapp.temporal.engine.event_words import event_after, event_noun_after
from webapp.temporal.engine.join import joined, words
from webapp.temporal.engine.lexicon import folded
from webapp.temporal.engine.range_ends import links, with_shared
from webapp.temporal.engine.scan import Hit
from webapp.temporal.engine.tokens import Tokens
from webapp.temporal.expression import (
    Around,
    CalendarDate,
    Expression,
    From,
    Lasting,
    Modified,
    NthOf,
    Shift,
    bare,
)
from webapp.temporal.timex import Candidate
from webapp.text.span import Span

LEFT_OUT = frozenset(("age",))  # read so that nothing else reads them, but no times
_ONLY_JOINED = frozenset(("the_day_before", "bare_daypart", "nth_of_event"))  # no time on their own
_SAME_DAY = Shift(Duration.of(G.DAY, 0), 0, From.MENTION, G.DAY, calendar=True)
_SIGNS = {("before",): -1, ("prior", "to"): -1, ("ahead", "of"): -1, ("after",): 1, ("following",): 1}


def candidates_of(tokens: Tokens, hits: list[Hit]) -> tuple[Candidate, ...]:
    """Ordered, not overlapping."""
    hits = joined(tokens, [hit for hit in hits if hit.rule not in LEFT_OUT])
    hits = [with_shared(tokens, hits, index) for index in range(len(hits))]
    found: list[Candidate] = []
    for index, hit in enumerate(hits):
        if found and tokens.spans[hit.first][0] < found[-1].span.end:
            continue  # it lies in the name of an event
        limit = hits[index + 1].first if index + 1 < len(hits) else len(tokens.spans)
        explains = index > 0 and _explains(tokens, hits[index - 1], hit)
        if explains and hit.rule == "the_day_before":
            continue
        candidate = _around(tokens, hit, limit) or _candidate(tokens, hit)
        if candidate.rule in _ONLY_JOINED and candidate.event is None:
            continue
        if explains:
            candidate = replace(candidate, expression=_SAME_DAY)
        tied = links(tokens, hits, index)
        found.append(replace(candidate, cues=candidate.cues | tied) if tied else candidate)
    return tuple(found)


def left_out_of(tokens: Tokens, hits: list[Hit]) -> tuple[Candidate, ...]:
    """What looks like a time and is none."""
    return tuple(_candidate(tokens, hit) for hit in hits if hit.rule in LEFT_OUT)


def _explains(tokens: Tokens, before: Hit, hit: Hit) -> bool:
    """ "On May 3, the day before the vote": the date has been named."""
    is_the_day = hit.rule == "the_day_before" and folded(tokens.word(hit.first)) == "the"
    is_day = isinstance(before.expression, CalendarDate) and before.expression.day is not None
    is_nth_day = hit.rule == "nth_of_event" and is_day
    return (is_the_day or is_nth_day) and words(tokens, before.last, hit.first) == (",",)


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.spans[first][0], tokens.spans[last - 1][1])


def _candidate(tokens: Tokens, hit: Hit) -> Candidate:
    span = _span(tokens, hit.first, hit.last)
    return Candidate(
        span, span.of(tokens.text), hit.rule, hit.expression, cues_of(tokens, hit.first, hit.last)
    )


def _around(tokens: Tokens, hit: Hit, limit: int) -> Candidate | None:
    """ "two days prior to the talks" counts from the talks; `limit` is where the next expression begins."""
    said = bare(hit.expression)
    if isinstance(said, NthOf):
        return _nth_day(tokens, hit, said)
    if not isinstance(said, Lasting) or said.toward:
        return None
    if words(tokens, hit.last, hit.last + 1) == ("into",):
        event = event_noun_after(tokens, hit.last + 1)
        return (
            None
            if event is None
            else _from_event(tokens, hit, _shift(tokens, hit, said, 1), event, into=True)
        )
    for sign_words, sign in _SIGNS.items():
        end = hit.last + len(sign_words)
        if words(tokens, hit.last, end) == sign_words:
            event = event_after(tokens, end, limit, clause=len(sign_words) == 1)
            shift = _shift(tokens, hit, said, sign)
            return None if event is None else _from_event(tokens, hit, shift, event)
    return None


def _nth_day(tokens: Tokens, hit: Hit, said: NthOf) -> Candidate | None:
    """ "The second day of the siege" is a day after its first."""
    if hit.rule != "nth_of_event" or said.n < 1:
        return None
    event = event_noun_after(tokens, hit.last + 1)
    if event is None:
        return None
    duration = Duration(said.granularity, Fraction(said.n - 1))
    shift = Shift(duration, 1, From.EVENT, said.granularity, calendar=True)
    return _from_event(tokens, hit, shift, event, into=True)


def _shift(tokens: Tokens, hit: Hit, said: Lasting, sign: int) -> Shift:
    """ "The week before the vote" is a piece of the calendar, "a week before" is seven days."""
    own_piece = hit.rule == "the_day_before" and folded(tokens.word(hit.first)) == "the"
    unit = min(said.duration.unit, G.YEAR)
    return Shift(said.duration, sign, From.EVENT, unit, calendar=own_piece)


def _from_event(
    tokens: Tokens, hit: Hit, shift: Shift, event: tuple[int, int], *, into: bool = False
) -> Candidate:
    place = _span(tokens, *event)
    around: Expression = Around(place.of(tokens.text), shift, into)
    if isinstance(hit.expression, Modified):
        around = Modified(around, hit.expression.mod)
    span = _span(tokens, hit.first, event[1])
    article = hit.rule == "the_day_before" and shift.calendar
    core = None if hit.rule == "nth_of_event" else _span(tokens, hit.first + article, hit.last)
    cues = cues_of(tokens, hit.first, event[1])
    return Candidate(span, span.of(tokens.text), hit.rule, around, cues, place, core)
