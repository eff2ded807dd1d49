"""Dates that hang on another event: "two days before the talks"."""

from __future__ import annotations

from dataclasses import replace

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.period import Period
from webapp.temporal.algebra.point import Point
from webapp.temporal.algebra.when import When
from webapp.temporal.engine.resolve_relative import counted
from webapp.temporal.expression import Around, Modified, Shift, bare
from webapp.temporal.timex import Timex, TimexType

_EXACT = (G.WEEK, G.MONTH, G.YEAR)


def from_event(timex: Timex, event: Interval, granularity: G) -> Timex:
    """Resolved from the event's interval; unchanged when it hangs on no event or the event has no day.

    Whole weeks, months and years from an event known to the day give a day ("two weeks before the vote of the 15th"
    is the 1st), unless they are a guess ("about two weeks") or the calendar's own piece ("the week before the vote").
    """
    said = bare(timex.candidate.expression)
    if not isinstance(said, Around) or said.shift.duration.count is None:
        return timex
    coarse = _granularity(said.shift, granularity, is_guess=isinstance(timex.candidate.expression, Modified))
    start, end = event.first_day, event.first_day if said.into else event.last_day
    ends = [
        None if day is None else counted(day, said.shift.duration, said.shift.sign) for day in (start, end)
    ]
    if ends[0] is None or ends[1] is None:
        interval = Interval(*(None if e is None else Point(e + i) for i, e in enumerate(ends)))
        return replace(timex, when=When(interval), granularity=coarse)
    first = Period.containing(coarse, ends[0])
    interval = Interval(Point(first.first), Point(Period.containing(coarse, ends[1]).last + 1))
    return replace(timex, type=TimexType.DATE, value=first.value, when=When(interval), granularity=coarse)


def _granularity(shift: Shift, event: G, *, is_guess: bool) -> G:
    count = shift.duration.count
    whole = count is not None and count.denominator == 1 and not shift.calendar and not is_guess
    own = G.DAY if whole and shift.duration.unit in _EXACT else shift.granularity
    return max(event, own, G.DAY)
