"""TIMEX3 values compared: the same notation, and the same days.

Values are TimeML 1.2.1's; annotators' habits beyond it ("1998-W2", "1998-XX-XX", "FY1998") are read too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.period import SEASONS, Period, is_day
from webapp.temporal.algebra.point import days_from_civil

_SECONDS = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d):00")
_FULL_HOUR = re.compile(r"\d{4}-\d\d-\d\dT\d\d")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T.*", re.S)
_Read = Callable[[re.Match[str]], Period | None]


def normal(value: str) -> str:
    """The value in capitals, its clock time to the minute.

    >>> normal("1998-01-08t09"), normal(" 1998-01-08T09:00:00")
    ('1998-01-08T09:00', '1998-01-08T09:00')
    """
    plain = value.strip().upper()
    if found := _SECONDS.fullmatch(plain):
        return found[1]
    return f"{plain}:00" if _FULL_HOUR.fullmatch(plain) else plain


def days_of(value: str) -> Interval | None:
    """The days that a value names, whatever the time of day; `None` where it names none.

    >>> days_of("2013-03-22TNI") == days_of("2013-03-22"), days_of("P3D"), days_of("XXXX-05")
    (True, None, None)
    """
    plain = value.strip().upper()
    clock = _CLOCK.fullmatch(plain)
    named = clock[1] if clock else plain
    for shape, read in _SHAPES:
        if found := shape.fullmatch(named):
            period = read(found)
            return None if period is None else period.interval
    return None


def _day(found: re.Match[str]) -> Period | None:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    return Period(G.DAY, days_from_civil(year, month, day)) if is_day(year, month, day) else None


def _month(found: re.Match[str]) -> Period | None:
    year, month = int(found["year"]), int(found["month"])
    return Period(G.MONTH, year * 12 + month - 1) if 1 <= month <= 12 else None


def _week(found: re.Match[str]) -> Period | None:
    day = found["day"] or ""
    try:
        first = date.fromisocalendar(int(found["year"]), int(found["week"]), int(day) if day.isdigit() else 1)
    except ValueError:
        return None
    kind = {"": G.WEEK, "WE": G.WEEKEND}.get(day, G.DAY)
    return Period.containing(kind, first.toordinal())


def _part(granularity: G, count: int) -> _Read:
    """A numbered part of a year that has `count` of them."""
    return lambda found: Period(granularity, int(found["year"]) * count + int(found["part"]) - 1)


def _season(found: re.Match[str]) -> Period | None:
    return Period(G.SEASON, int(found["year"]) * len(SEASONS) + SEASONS.index(found["season"]))


def _counted(granularity: G) -> _Read:
    return lambda found: Period(granularity, int(found["number"]))


def _before_christ(found: re.Match[str]) -> Period | None:
    """Four digits are a year, which is counted without a year nought; fewer are a decade or a century."""
    number = int(found["number"])
    kind = {4: G.YEAR, 3: G.DECADE, 2: G.CENTURY}[len(found["number"])]
    return Period(kind, 1 - number if kind is G.YEAR else -number - 1)


_YEAR = r"(?P<year>\d{4})"
_SHAPES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"), _day),
    (re.compile(rf"{_YEAR}-(?P<month>\d\d)(?:-XX)?"), _month),
    (re.compile(r"(?:FY)?(?P<number>\d{4})"), _counted(G.YEAR)),
    (re.compile(r"(?P<number>\d{4})-XX(?:-XX)?"), _counted(G.YEAR)),
    (re.compile(rf"{_YEAR}-?W(?P<week>\d\d?)(?:-(?P<day>WE|[1-7]))?"), _week),
    (re.compile(rf"{_YEAR}-Q(?P<part>[1-4])"), _part(G.QUARTER, 4)),
    (re.compile(rf"{_YEAR}-H(?P<part>[12])"), _part(G.HALF, 2)),
    (re.compile(rf"{_YEAR}-(?P<season>WI|SP|SU|FA)"), _season),
    (re.compile(r"(?P<number>\d{3})X?"), _counted(G.DECADE)),
    (re.compile(r"(?P<number>\d{2})(?:XX)?"), _counted(G.CENTURY)),
    (re.compile(r"BC(?P<number>\d{2,4})"), _before_christ),
)
