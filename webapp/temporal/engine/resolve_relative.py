"""Expressions that count from an anchor: shifts, names with "last" and "next", n-th pieces, spans."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.period import Period, moved
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Basis
from webapp.temporal.engine.context import Answer, Context, Mention, dated, undated
from webapp.temporal.engine.direction import directed
from webapp.temporal.engine.holidays import holiday, nth_weekday
from webapp.temporal.expression import Around, From, Lasting, Named, NthOf, Shift
from webapp.temporal.locales.en.weekdays import holidays
from webapp.temporal.timex import TimexType

_NEARBY = 400  # characters within which "a year earlier" still counts from the date named before
_LONG_AGO = 700  # days
_FEW = (2, 8)  # how many "a few" and "several" can be


def shift(said: Shift, context: Context) -> Answer:
    results = _of_results(said, context) or _quarter(said, context)
    if results is not None:
        return results
    base = _base(said, context)
    if base is None:
        return _open(said)
    day, basis, mention = base
    reference = None if mention is None else mention.span
    if said.duration.count is None:
        return _vague(said, day, basis)
    if basis is Basis.PUBLICATION and _is_week_ended(said, day, context):
        day -= 1
    start = counted(day, said.duration, said.sign)
    period = Period.containing(said.granularity, start)
    if said.granularity is G.WEEKEND and said.sign == 0:
        period = _weekend(day, context)
    looks_back = basis is Basis.MENTION and said.sign < 0 and period.granularity >= G.YEAR
    answer = dated(period, basis, *(["comparison"] if looks_back else []), reference=reference)
    return answer if said.granularity > G.HOUR else _clocked(answer)


def shift_from(said: Shift, start: Answer | None) -> Answer:
    """ "A week from Tuesday": counted from a day that the words name."""
    if start is None or start.period is None or said.duration.count is None:
        return _open(said)
    day = Period.containing(said.granularity, counted(start.period.first, said.duration, said.sign))
    return dated(day, start.basis, *start.implied, reference=start.reference)


def waiting(said: Around) -> Answer:
    """Until its event is dated it is as long as the words say, or on no day yet."""
    if said.into and said.shift.calendar:
        return undated("XXXX-XX-XX", said.shift.granularity, Basis.EVENT)
    length = Answer(TimexType.DURATION, said.shift.duration.value, Basis.EVENT)
    return replace(length, granularity=said.shift.duration.unit)


def _is_week_ended(said: Shift, day: int, context: Context) -> bool:
    """On a Monday "the week" is the one that has ended, unless something is going to happen."""
    is_the_week = said.granularity is G.WEEK and said.sign == 0 and said.anchor is From.EITHER
    return is_the_week and Period(G.DAY, day).weekday == 0 and "future" not in context.cues


def _clocked(answer: Answer) -> Answer:
    return Answer(
        TimexType.TIME,
        answer.value,
        answer.basis,
        answer.period,
        granularity=G.DAY,
        reference=answer.reference,
    )


def counted(day: int, duration: Duration, sign: int) -> int:
    """A day number so long before or after another."""
    count = (duration.count or Fraction(0)) * sign
    unit = duration.unit
    if count.denominator != 1:
        finer = {
            G.YEAR: (G.MONTH, 12),
            G.MONTH: (G.DAY, 30),
            G.WEEK: (G.DAY, 7),
            G.DECADE: (G.YEAR, 10),
            G.CENTURY: (G.YEAR, 100),
        }
        unit, factor = finer.get(unit, (G.DAY, 1))
        count *= factor
    if unit < G.DAY:
        hours = {G.HOUR: 24, G.MINUTE: 1440, G.SECOND: 86400}.get(unit, 1)
        return day + int(count / hours)
    return moved(day, unit, max(-2_000_000, min(2_000_000, round(count))))


def _weekend(day: int, context: Context) -> Period:
    """On a weekday "the weekend" was the last one, unless something is going to happen."""
    this = Period.containing(G.WEEKEND, day)
    return this if this.first <= day or "future" in context.cues else this.plus(-1)


def _base(said: Shift, context: Context) -> tuple[int, Basis, Mention | None] | None:
    """The day counted from, and what it hangs on."""
    mention = context.mention_for(said.duration.unit)
    near = _is_of_story(mention, context) if said.calendar else _is_near(mention, context)
    from_text = said.anchor is From.MENTION or (said.anchor is From.EITHER and near)
    if context.narrative and said.anchor is From.PUBLICATION and mention is not None and said.sign == 0:
        from_text = said.granularity >= G.YEAR and "present" not in context.cues
    if from_text and mention is not None:
        return _edge(mention.period, said), Basis.MENTION, mention
    if context.anchor.day is None:
        return None
    return context.anchor.day, Basis.PUBLICATION, None


def _edge(period: Period, said: Shift) -> int:
    """ "Later" counts from the end of what was named, "earlier" from its beginning."""
    fine = said.duration.unit < period.granularity
    return period.last if fine and said.sign > 0 else period.first


def _is_near(mention: Mention | None, context: Context) -> bool:
    return mention is not None and (context.narrative or context.span.start - mention.span.end < _NEARBY)


def _is_of_story(mention: Mention | None, context: Context) -> bool:
    """ "The year" is the publication's, except where days of long ago are being told."""
    if mention is None or context.narrative or context.anchor.day is None:
        return context.narrative or mention is not None
    long_ago = context.anchor.day - mention.period.last > _LONG_AGO
    return long_ago and mention.period.granularity <= G.MONTH and _is_near(mention, context)


def _of_results(said: Shift, context: Context) -> Answer | None:
    """Where results of a quarter are told, "a year earlier" is that quarter of the year before."""
    named = context.latest
    year = Duration.of(G.YEAR)
    if (
        said.calendar
        or said.duration != year
        or said.sign >= 0
        or said.anchor is From.MENTION
        or context.narrative
    ):
        return None
    if (
        named is None
        or named.period.granularity is not G.QUARTER
        or said.granularity not in (G.YEAR, G.QUARTER)
    ):
        return None
    return dated(named.period.plus(-4), Basis.MENTION, "comparison", reference=named.span)


def _quarter(said: Shift, context: Context) -> Answer | None:
    """ "The quarter" is the one that the text is about, else the last that has ended."""
    if said.granularity is not G.QUARTER or said.sign or said.anchor is From.PUBLICATION:
        return None
    named, day = context.quarter, context.anchor.day
    ended = named is None or day is None or said.calendar or named.period.last < day
    if named is not None and ended:
        return dated(named.period, Basis.MENTION, reference=named.span)
    if context.anchor.day is None:
        return None
    return dated(Period.containing(G.QUARTER, context.anchor.day).plus(-1), Basis.PUBLICATION)


def _open(said: Shift) -> Answer:
    if said.duration.count is None:
        return undated("PAST_REF" if said.sign < 0 else "FUTURE_REF", said.granularity)
    shape = {
        G.YEAR: "XXXX",
        G.MONTH: "XXXX-XX",
        G.WEEK: "XXXX-WXX",
        G.QUARTER: "XXXX-QX",
        G.WEEKEND: "XXXX-WXX-WE",
    }
    basis = Basis.MENTION if said.anchor is From.MENTION else Basis.PUBLICATION
    return undated(shape.get(said.granularity, "XXXX-XX-XX"), said.granularity, basis)


def _vague(said: Shift, day: int, basis: Basis) -> Answer:
    """ "A few weeks ago": no date, but not anywhere either."""
    near, far = (moved(day, said.duration.unit, said.sign * n) for n in _FEW)
    first, last = sorted((near, far))
    return Answer(
        TimexType.DATE,
        "PAST_REF" if said.sign < 0 else "FUTURE_REF",
        basis,
        interval=Interval(Point(first), Point(last + 1)),
        granularity=said.duration.unit,
    )


_REFS = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}


def named(said: Named, context: Context, container: Answer | None, choices: list[Period]) -> Answer:
    """`choices` are the calendar pieces of that name round the anchor."""
    if said.name in _REFS:
        return undated(_REFS[said.name])
    if said.name != "step":
        return _holiday(said, context, container)
    anchor, basis, reference = context.anchor.day, Basis.PUBLICATION, None
    if said.anchor is From.MENTION and context.latest is not None:
        anchor, basis, reference = context.latest.period.first, Basis.MENTION, context.latest.span
    if anchor is None or not choices:
        return undated("XXXX", None, basis)
    if said.step == -1:
        found = max((p for p in choices if p.last < anchor), key=lambda p: p.first, default=choices[0])
    elif said.step == 1:
        found = min((p for p in choices if p.first > anchor), key=lambda p: p.first, default=choices[-1])
    else:
        year = Period.containing(G.YEAR, anchor)
        found = next((p for p in choices if p.within(G.YEAR) == year), choices[0])
    return dated(found, basis, "year", reference=reference)


def _holiday(said: Named, context: Context, container: Answer | None) -> Answer:
    entry = holidays()[said.name]
    if container is not None and container.period is not None:
        return dated(
            Period(G.DAY, holiday(entry, container.period.year)),
            container.basis,
            reference=container.reference,
        )
    year = context.reference_year
    if year is None:
        return undated("XXXX-XX-XX", G.DAY, Basis.PUBLICATION)
    days = [Period(G.DAY, holiday(entry, year + step)) for step in (-1, 0, 1)]
    anchor = context.anchor.day
    if context.narrative and context.latest is not None:
        return dated(days[1], Basis.MENTION, "year", reference=context.latest.span)
    if anchor is None:
        return dated(days[1], Basis.MENTION, "year")
    if said.step == -1:
        return dated(
            max((d for d in days if d.first < anchor), key=lambda d: d.first), Basis.PUBLICATION, "year"
        )
    if said.step == 1:
        return dated(
            min((d for d in days if d.first > anchor), key=lambda d: d.first), Basis.PUBLICATION, "year"
        )
    return dated(directed(days, anchor, context.cues)[0], Basis.PUBLICATION, "year")


def nth_of(said: NthOf, whole: Answer) -> Answer:
    period = whole.period
    if period is None:
        return undated("XXXX-XX-XX" if said.granularity <= G.DAY else "XXXX", said.granularity, whole.basis)
    if said.weekday is not None and period.granularity is G.MONTH:
        year, month, _ = Point(period.first).civil
        day = Period(G.DAY, nth_weekday(year, month, said.weekday, max(-1, min(said.n, 5))))
        return dated(day, whole.basis, *whole.implied, reference=whole.reference)
    # The first week of a month is the one that has most of its days, as in ISO 8601.
    into = 3 if said.granularity is G.WEEK and period.granularity > G.WEEK else 0
    first = Period.containing(said.granularity, period.first + into)
    last = Period.containing(said.granularity, period.last)
    found = last.plus(said.n + 1) if said.n < 0 else first.plus(said.n - 1)
    return dated(found, whole.basis, *whole.implied, reference=whole.reference)


def lasting(said: Lasting, context: Context) -> Answer:
    """A DURATION; one that ends or begins at the anchor is also a stretch of time."""
    day = context.anchor.day
    interval, basis = None, Basis.NONE
    if said.toward and day is not None and not context.narrative:
        duration = (
            said.duration if said.duration.count is not None else Duration.of(said.duration.unit, _FEW[1])
        )
        ends = sorted((day, counted(day, duration, said.toward)))
        interval, basis = Interval(Point(ends[0]), Point(ends[1] + 1)), Basis.PUBLICATION
    return Answer(
        TimexType.DURATION,
        said.duration.value
        if said.duration.unit is not G.MILLENNIUM or said.duration.count is not None
        else "PXX",
        basis,
        interval=interval,
        granularity=said.duration.unit,
        lasts=interval is not None,
    )
