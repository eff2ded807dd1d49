"""Neighbours that are one expression: a time of day and its date, a date and its year."""

from __future__ import annotations

from dataclasses import replace

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.lexicon import folded
from webapp.temporal.engine.scan import Hit
from webapp.temporal.engine.tokens import Tokens
from webapp.temporal.expression import (
    CalendarDate,
    ClockTime,
    Expression,
    From,
    Lasting,
    Modified,
    Named,
    NthOf,
    Shift,
    Weekday,
    bare,
)

Words = tuple[str, ...]
_JOINTS = frozenset(((), ("on",), (",",), ("of",), ("of", "the"), ("at",), (",", "on")))
_YEAR_JOINTS = frozenset(((), ("of",)))
_BESIDE = {("before",): -1, ("after",): 1}
_REFERENCES = frozenset(("present", "past", "future"))


def words(tokens: Tokens, first: int, last: int) -> Words:
    """In lower case."""
    return tuple(folded(tokens.word(i)) for i in range(first, min(last, len(tokens.spans))))


def joined(tokens: Tokens, hits: list[Hit]) -> list[Hit]:
    """A time of day and its date, on either side, are one expression: "9 p.m. on Friday"."""
    found: list[Hit] = []
    again: Hit | None = None
    for hit in hits:
        if again is not None and found and hit.first - again.last < 3:
            said = _together(found[-1].expression, hit.expression)
            found[-1] = found[-1] if said is None else replace(found[-1], expression=said)
        again = None
        if found and hit.first - found[-1].last < 3:
            if _is_same_time(tokens, found[-1], hit):
                again = hit
                continue
            one = _as_one(tokens, found[-1], hit)
            if one is not None:
                found[-1] = one
                continue
        found.append(hit)
    return found


def _as_one(tokens: Tokens, first: Hit, second: Hit) -> Hit | None:
    between = words(tokens, first.last, second.first)
    if between in _BESIDE and first.rule == "the_day_before" and _is_day(second.expression):
        return _day_beside(first, second, _BESIDE[between])
    if between in _YEAR_JOINTS:
        said = _of_year_told(first.expression, second.expression)
        if said is not None:
            return Hit(first.first, second.last, "date_of_told_year", said)
    said = _together(first.expression, second.expression) if between in _JOINTS else None
    return None if said is None else Hit(first.first, second.last, "clock_and_date", said)


def _day_beside(first: Hit, second: Hit, sign: int) -> Hit | None:
    """ "The day before last Tuesday"."""
    said = first.expression
    if not isinstance(said, Lasting) or said.duration != Duration.of(G.DAY):
        return None
    shift = Shift(said.duration, sign, From.PUBLICATION, G.DAY, of=second.expression)
    return Hit(first.first, second.last, "day_beside", shift)


def _of_year_told(first: Expression, second: Expression) -> Expression | None:
    """The month, season, holiday or day of a year told from another: "December two years ago"."""
    if not (isinstance(second, Shift) and second.granularity is G.YEAR and second.duration.unit is G.YEAR):
        return None
    if second.duration.count is None or second.of is not None:
        return None
    if isinstance(first, Modified):
        inner = _of_year_told(first.expression, second)
        return None if inner is None else Modified(inner, first.mod)
    if isinstance(first, CalendarDate) and first.granularity < G.YEAR and _is_yearless(first):
        return replace(first, of=second)
    is_holiday = isinstance(first, Named) and first.name not in _REFERENCES | {"step"}
    if isinstance(first, Named) and is_holiday and first.of is None and first.step is None:
        return replace(first, of=second)
    return None


def _is_same_time(tokens: Tokens, first: Hit, second: Hit) -> bool:
    """ "10:35 a.m. (0735 GMT)" is one time, said twice."""
    clocks = isinstance(bare(first.expression), ClockTime) and isinstance(second.expression, ClockTime)
    around = (*words(tokens, first.last, second.first), *words(tokens, second.last, second.last + 1))
    return clocks and around == ("(", ")")


def _together(first: Expression, second: Expression) -> Expression | None:
    if isinstance(first, Modified) and isinstance(first.expression, ClockTime):
        inner = _together(first.expression, second)
        return None if inner is None else Modified(inner, first.mod)
    if isinstance(first, ClockTime) and _is_open(first.on) and _is_day(second):
        return replace(first, on=second)
    if isinstance(first, Shift) and first.sign == 0 and first.granularity is G.WEEK and _is_day(second):
        return NthOf(1, G.WEEK, second)
    if isinstance(second, ClockTime) and second.on is None and _is_day(first):
        return replace(second, on=first)
    if isinstance(first, CalendarDate) and isinstance(second, CalendarDate) and _is_yearless(first):
        before_christ = second.granularity is G.YEAR and second.year is not None and second.year < 1
        return replace(first, year=second.year) if before_christ and first.month is not None else None
    return None


def _is_yearless(said: CalendarDate) -> bool:
    return said.year is None and said.of is None and (said.month is not None or said.part != "")


def _is_open(on: Expression | None) -> bool:
    """No day was said, or only "the night", which is told apart by what follows."""
    return on is None or (isinstance(on, Shift) and on.sign == 0 and on.anchor is From.MENTION)


def _is_day(said: Expression) -> bool:
    if isinstance(said, CalendarDate):
        return said.day is not None
    if isinstance(said, Shift):
        return said.granularity.has_day
    return isinstance(said, Weekday) or (
        isinstance(said, Named) and said.name not in _REFERENCES and said.name != "step"
    )
