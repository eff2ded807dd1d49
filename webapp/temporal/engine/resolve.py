"""From what was said to what was meant: candidates against an anchor, without their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.period import Period
from webapp.temporal.algebra.point import Point
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Anchor, Basis
from webapp.temporal.engine import resolve_dates, resolve_relative
from webapp.temporal.engine.context import Answer, Context, dated, undated
from webapp.temporal.engine.links import RANGE_FIRST, RANGE_LAST
from webapp.temporal.engine.narrative import is_narrative
from webapp.temporal.expression import (
    Around,
    Between,
    CalendarDate,
    ClockTime,
    Every,
    Expression,
    From,
    Lasting,
    Modified,
    Named,
    NthOf,
    Shift,
    Unknown,
    Weekday,
)
from webapp.temporal.timex import Candidate, Timex, TimexType


def resolved(candidates: Sequence[Candidate], anchor: Anchor, narrative: bool | None) -> Iterator[Timex]:
    """One `Timex` for each candidate; each dated one is what later ones may count from."""
    story = is_narrative(candidates, anchor) if narrative is None else narrative
    context = Context(anchor, story, day_first=_is_day_first(candidates))
    for candidate in candidates:
        context = context.at(candidate.cues, candidate.span)
        answer = meaning(candidate.expression, context)
        yield timex_of(candidate, anchor, answer)
        context = context.after(answer)


def _is_day_first(candidates: Sequence[Candidate]) -> bool:
    """Do the text's slashed dates begin with the day? Those that have but one reading tell; else they do not."""
    said = (c.expression for c in candidates)
    orders = {e.order for e in said if isinstance(e, CalendarDate) and e.order}
    return "day_first" in orders and "month_first" not in orders


def timex_of(candidate: Candidate, anchor: Anchor, answer: Answer) -> Timex:
    return Timex(
        candidate,
        answer.type,
        answer.value,
        anchor,
        answer.basis,
        when_of(answer, candidate.cues),
        answer.granularity,
        answer.mod,
        answer.quant,
        answer.freq,
        answer.implied,
        answer.reference,
    )


def when_of(answer: Answer, cues: frozenset[str]) -> When | None:
    """The stretch of time, as the preposition before it bounds it: "since" opens it, "by" is a bound."""
    stretch = answer.stretch
    if stretch is None or answer.type is TimexType.SET:
        return None
    if RANGE_FIRST in cues or RANGE_LAST in cues:
        return When(stretch)
    if "since" in cues:
        return When(Interval(stretch.start, None), lasts=True)
    if "until" in cues or "till" in cues:
        return When(Interval(None, stretch.start), lasts=True)
    if "through" in cues:
        return When(Interval(None, stretch.end), lasts=True)
    if "by" in cues:
        return When(Interval(None, stretch.end))
    if "before" in cues:
        return When(Interval(None, stretch.start))
    if "after" in cues:
        return When(Interval(stretch.end, None))
    return When(stretch, lasts=answer.lasts or "throughout" in cues)


def meaning(said: Expression, context: Context) -> Answer:
    match said:
        case CalendarDate():
            return resolve_dates.calendar_date(said, context, _container(said.of, context))
        case Weekday():
            return resolve_dates.weekday(said, context)
        case Shift(of=None):
            return resolve_relative.shift(said, context)
        case Shift():
            return resolve_relative.shift_from(said, _container(said.of, context))
        case Named():
            choices = _named_choices(said, context) if said.name == "step" else []
            return resolve_relative.named(
                said, context, _container(said.of, context) if said.name != "step" else None, choices
            )
        case NthOf():
            return resolve_relative.nth_of(said, _whole(said, context))
        case Lasting():
            return resolve_relative.lasting(said, context)
        case ClockTime():
            return _clock(said, context)
        case Every():
            return _every(said)
        case Modified():
            return _modified(said, context)
        case Between():
            return _between(said, context)
        case Around():
            return resolve_relative.waiting(said)
        case Unknown():
            return undated("XXXX")


def _container(of: Expression | None, context: Context) -> Answer | None:
    return None if of is None else meaning(of, context)


def _whole(said: NthOf, context: Context) -> Answer:
    if said.of is not None:
        return meaning(said.of, context)
    mention = context.latest
    if mention is None:
        return undated("XXXX")
    return dated(mention.period, Basis.MENTION, reference=mention.span)


def _named_choices(said: Named, context: Context) -> list[Period]:
    """The months or seasons of a name, from five years before the anchor to five after."""
    day = context.anchor.day
    if said.anchor is From.MENTION and context.latest is not None:
        day = context.latest.period.first
    if day is None or not isinstance(said.of, CalendarDate):
        return []
    year = Period.containing(G.YEAR, day).index
    found = (resolve_dates.period_of(said.of, year + step) for step in range(-5, 6))
    return [period for period in found if period is not None]


def _clock(said: ClockTime, context: Context) -> Answer:
    on = meaning(said.on, context) if said.on is not None else _day_spoken_of(context)
    clock = (
        f"T{said.part}"
        if said.minute is None
        else f"T{said.minute // 60:02}:{said.minute % 60:02}{said.zone}"
    )
    date = on.value if on.granularity is not None and on.granularity <= G.DAY else "XXXX-XX-XX"
    day = on.period if on.period is not None and on.granularity is G.DAY else None
    return Answer(
        TimexType.TIME,
        date + clock,
        on.basis,
        day,
        interval=None if day is None else _within(day, said),
        granularity=G.DAYPART if said.minute is None else G.MINUTE,
        implied=on.implied,
        reference=on.reference,
    )


_PARTS = {
    "MO": (5 * 60, 12 * 60),
    "MI": (12 * 60, 13 * 60),
    "AF": (12 * 60, 18 * 60),
    "EV": (17 * 60, 21 * 60),
}


def _within(day: Period, said: ClockTime) -> Interval:
    if said.minute is not None:
        first, minute = day.first + said.minute // 1440, said.minute % 1440
        return Interval(Point(first, minute), Point(first, minute + 1) if minute < 1439 else Point(first + 1))
    if said.part not in _PARTS:
        return day.interval
    start, end = _PARTS[said.part]
    return Interval(Point(day.first, start), Point(day.first, end))


_NEARBY = 160  # characters within which a bare clock time belongs to the day named before


def _day_spoken_of(context: Context) -> Answer:
    mention = context.day
    near = mention is not None and (context.narrative or context.span.start - mention.span.end < _NEARBY)
    if mention is not None and (near or context.anchor.day is None):
        return dated(mention.period, Basis.MENTION, "day", reference=mention.span)
    if context.anchor.day is None:
        return undated("XXXX-XX-XX", G.DAY)
    return dated(Period(G.DAY, context.anchor.day), Basis.PUBLICATION, "day")


def _every(said: Every) -> Answer:
    value = said.duration.value if said.duration is not None else _recurring(said.on)
    return Answer(TimexType.SET, value, quant=said.quant, freq=said.freq)


def _recurring(on: Expression | None) -> str:
    """What recurs, its year or week left open: "XXXX-WXX-1"."""
    match on:
        case Weekday():
            return f"XXXX-WXX-{on.day + 1}"
        case ClockTime():
            return ("XXXX-XX-XX" if on.on is None else _recurring(on.on)) + "T" + on.part
        case CalendarDate():
            return f"XXXX-{on.part}" if on.part else f"XXXX-{on.month or 0:02}"
        case _:
            return "XXXX"


def _modified(said: Modified, context: Context) -> Answer:
    answer = meaning(said.expression, context)
    return replace(answer, mod=said.mod)


def _between(said: Between, context: Context) -> Answer:
    first = meaning(said.first, context)
    last = meaning(said.last, context.after(first))
    start, end = first.stretch, last.stretch
    interval = None if start is None or end is None else Interval(start.start, end.end)
    return replace(first, period=None, interval=interval, lasts=True)
