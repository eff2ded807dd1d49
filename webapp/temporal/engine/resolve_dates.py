"""Calendar names against their context: which year, which week, which century."""

from __future__ import annotations

from dataclasses import replace

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.period import SEASONS, Period, is_day, year_value
from webapp.temporal.algebra.point import days_from_civil
from webapp.temporal.anchor import Basis
from webapp.temporal.engine.context import Answer, Context, Mention, dated, undated
from webapp.temporal.engine.direction import NEAR_TIE, directed, gap, nearest
from webapp.temporal.engine.links import RANGE_LAST, TOLD
from webapp.temporal.expression import CalendarDate, From, Weekday

_REACH = range(-1, 2)
_FAR = range(-4, 5)  # 29 February, or the year in which 3 May is a Monday
_SAME_WEEK = 7
_MONTH_TIE = 0.45  # months reach further back than days do


def calendar_date(said: CalendarDate, context: Context, container: Answer | None) -> Answer:
    """`container` is what `said.of` means: it gives the year, or the week."""
    if said.order == "either":
        return _of_two_readings(said, context)
    if container is not None:
        return _inside(said, container)
    if said.short:
        return _short_year(said, context)
    if said.year is not None:
        return _of_year(said, said.year, context)
    return _yearless(said, context)


def _of_two_readings(said: CalendarDate, context: Context) -> Answer:
    """ "04/05/2024" is read as the text's other slashed dates are, else month first."""
    meant = said.swapped if context.day_first else said
    return calendar_date(replace(meant, order=""), context, None).implying("order")


def _of_year(said: CalendarDate, year: int, context: Context) -> Answer:
    """ "The 1988 period" is the same quarter of that year, told for comparison."""
    compared: list[str] = []
    if said.part == "Q?" and context.quarter is not None:
        said = replace(said, part=f"Q{context.quarter.period.index % 4 + 1}")
        compared = ["comparison"]
    period = period_of(said, year)
    if period is None:
        return undated(_open_value(said), said.granularity)
    return dated(period, Basis.STATED, *compared)


def period_of(said: CalendarDate, year: int) -> Period | None:
    """The calendar piece in a given year; `None` when that year has no such day."""
    if said.granularity is G.DAY:
        month, day = said.month or 1, said.day or 1
        return Period(G.DAY, days_from_civil(year, month, day)) if is_day(year, month, day) else None
    if said.granularity is G.MONTH:
        return Period(G.MONTH, year * 12 + (said.month or 1) - 1)
    if said.granularity is G.SEASON:
        return Period(G.SEASON, year * 4 + SEASONS.index(said.part))
    if said.granularity is G.QUARTER:
        return (
            Period(G.QUARTER, year * 4 + int(said.part[1]) - 1)
            if said.part[1:].isdigit()
            else Period(G.YEAR, year)
        )
    if said.granularity is G.HALF:
        return Period(G.HALF, year * 2 + int(said.part[1]) - 1)
    size = {G.DECADE: 10, G.CENTURY: 100, G.MILLENNIUM: 1000}.get(said.granularity, 1)
    return Period(said.granularity, year // size)


def _inside(said: CalendarDate, container: Answer) -> Answer:
    period = container.period
    if period is None:
        return undated(_open_value(said), said.granularity, container.basis)
    if said.weekday is not None and period.granularity is G.WEEK:
        found: Period | None = Period(G.DAY, period.first + said.weekday)
    else:
        found = period_of(said, period.year)
    if found is None:
        return undated(_open_value(said), said.granularity, container.basis)
    return dated(found, container.basis, *container.implied, reference=container.reference)


def _short_year(said: CalendarDate, context: Context) -> Answer:
    """ "'98" and "the sixties": the century that brings it nearest, at most twenty years ahead."""
    around = context.reference_year or 2000
    year = (around + 20) // 100 * 100 + (said.year or 0)
    while year > around + 20:
        year -= 100
    period = period_of(said, year)
    return undated(_open_value(said)) if period is None else dated(period, Basis.PUBLICATION, "century")


def _open_value(said: CalendarDate) -> str:
    year = "XXXX" if said.year is None else year_value(said.year)
    if said.part:
        return f"{year}-{said.part}"
    month = "" if said.month is None else f"-{said.month:02}"
    return year + month + ("" if said.day is None else f"-{said.day:02}")


def _yearless(said: CalendarDate, context: Context) -> Answer:
    anchor = context.anchor.day
    if context.narrative and context.latest is not None:
        return _in_narrative(said, context.latest)
    if anchor is None:
        return undated(_open_value(said), said.granularity, Basis.PUBLICATION, "year")
    around = Period.containing(G.YEAR, anchor).index
    near = _choices(said, around, _REACH if said.weekday is None else _FAR)
    choices = _on_weekday(said, near or _choices(said, around, _FAR))
    if not choices:
        return undated(_open_value(said), said.granularity)
    period, by_cue = _nearest_meant(said, choices, anchor, context.cues)
    return dated(period, Basis.PUBLICATION, "year", *(["direction"] if by_cue else []))


def _nearest_meant(
    said: CalendarDate, choices: list[Period], anchor: int, cues: frozenset[str]
) -> tuple[Period, bool]:
    """The occurrence meant, and whether a cue decided."""
    if said.granularity is G.QUARTER:
        return _of_quarters(choices, anchor, cues), False
    if "ended" in cues or ("since" in cues and said.day is None):
        choices = [p for p in choices if p.first <= anchor] or choices
    if TOLD in cues and said.granularity is G.MONTH:
        choices = [p for p in choices if p.first <= anchor] or choices
    tie = _MONTH_TIE if said.granularity is G.MONTH else NEAR_TIE
    ahead = "by" in cues or ("from" in cues and "past" not in cues)
    return directed(choices, anchor, cues | {"future"} if ahead else cues, tie)


def _choices(said: CalendarDate, year: int, reach: range) -> list[Period]:
    return [p for p in (period_of(said, year + step) for step in reach) if p is not None]


def _of_quarters(choices: list[Period], day: int, cues: frozenset[str]) -> Period:
    """Results are told of quarters that have begun; only a nearer one to come may be meant with a cue."""
    begun = [p for p in choices if p.first <= day]
    ahead = [p for p in choices if p.first > day]
    if ahead and "future" in cues and (not begun or gap(ahead[0], day) < gap(begun[-1], day) / 2):
        return ahead[0]
    return begun[-1] if begun else ahead[0]


def _on_weekday(said: CalendarDate, choices: list[Period]) -> list[Period]:
    """ "Friday, November 15" is one of few years."""
    if said.weekday is None or said.granularity is not G.DAY:
        return choices
    fitting = [p for p in choices if (p.first + 6) % 7 == said.weekday]
    return fitting or choices


def _in_narrative(said: CalendarDate, latest: Mention) -> Answer:
    """The last dated mention gives the year.

    A story that steps back keeps its year; one that runs over the year's end takes the next.
    """
    year = latest.period.year
    same = period_of(said, year)
    choices = _choices(said, year, _REACH)
    if not choices:
        return undated(_open_value(said), said.granularity)
    near = nearest(choices, latest.period.first)
    if same is not None and (latest.period.granularity >= G.SEASON or near.first < same.first):
        near = same
    return dated(near, Basis.MENTION, "year", reference=latest.span)


def weekday(said: Weekday, context: Context) -> Answer:
    """The latest on or before the anchor, unless a word of the future is near."""
    mention = context.day
    if mention is not None:
        ends_range = RANGE_LAST in context.cues and _is_recent(mention, context)
        if (context.narrative and said.step is None) or ends_range:
            day = mention.period.first + (said.day - mention.period.weekday) % 7
            return dated(Period(G.DAY, day), Basis.MENTION, "week", reference=mention.span)
        if said.anchor is From.MENTION:
            return _told_weekday(said, mention)
    anchor = context.anchor.day
    if anchor is None:
        return undated(f"XXXX-WXX-{said.day + 1}", G.DAY, Basis.PUBLICATION, "week")
    return _published_weekday(said, anchor, context.cues)


def _published_weekday(said: Weekday, anchor: int, cues: frozenset[str]) -> Answer:
    back = anchor - ((anchor + 6) - said.day) % 7
    today = back == anchor
    if said.step is None:
        ahead = not today and "future" in cues
        implied = ["week", "direction"] if ahead else ["week"]
        return dated(Period(G.DAY, back + 7 * ahead), Basis.PUBLICATION, *implied)
    if said.step < 0:
        return dated(Period(G.DAY, back - 7 * today), Basis.PUBLICATION)
    if said.step > 0:
        return dated(Period(G.DAY, back + 7), Basis.PUBLICATION)
    ahead = not today and "past" not in cues
    return dated(Period(G.DAY, back + 7 * ahead), Basis.PUBLICATION, "direction")


def _is_recent(mention: Mention, context: Context) -> bool:
    day = context.anchor.day
    return day is None or abs(day - mention.period.first) <= _SAME_WEEK


def _told_weekday(said: Weekday, mention: Mention) -> Answer:
    """ "The following Tuesday" counts from the day named before."""
    day = mention.period.first
    back, ahead = (day + 6 - said.day) % 7 or 7, (said.day - (day + 6)) % 7 or 7
    found = day - back if (said.step or 0) < 0 else day + ahead
    return dated(Period(G.DAY, found), Basis.MENTION, reference=mention.span)
