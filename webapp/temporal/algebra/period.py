"""Calendar pieces: a day, a week, a quarter, a century, numbered so that arithmetic is addition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point, civil_from_days, days_from_civil

SEASONS = ("SP", "SU", "FA", "WI")
_MONTHS = {G.MONTH: (1, 0), G.QUARTER: (3, 0), G.SEASON: (3, 2), G.HALF: (6, 0), G.YEAR: (12, 0)}
_YEARS = {G.DECADE: 10, G.CENTURY: 100, G.MILLENNIUM: 1000}


@dataclass(frozen=True, slots=True)
class Period:
    """The piece number `index` of its kind: for YEAR the astronomical year, for DAY the day number.

    Weeks run from Monday. Seasons are numbered from spring; a winter belongs to the year it begins in.
    """

    granularity: G
    index: int

    @classmethod
    def containing(cls, granularity: G, day: int) -> Period:
        """The piece that a day lies in."""
        if granularity <= G.DAY:
            return cls(G.DAY, day)
        if granularity in (G.WEEK, G.WEEKEND):
            return cls(granularity, (day - 1) // 7)
        year, month, _ = civil_from_days(day)
        if granularity in _MONTHS:
            length, offset = _MONTHS[granularity]
            return cls(granularity, (year * 12 + month - 1 - offset) // length)
        return cls(granularity, (year - (year < 1)) // _YEARS[granularity])

    @property
    def first(self) -> int:
        """Number of its first day."""
        return _first(self.granularity, self.index)

    @property
    def last(self) -> int:
        """Number of its last day, included."""
        if self.granularity is G.WEEKEND:
            return self.first + 1
        return _first(self.granularity, self.index + 1) - 1

    @property
    def interval(self) -> Interval:
        return Interval(Point(self.first), Point(self.last + 1))

    @property
    def year(self) -> int:
        return civil_from_days(self.first)[0]

    @property
    def weekday(self) -> int:
        """Of its first day, 0 for Monday."""
        return (self.first + 6) % 7

    def plus(self, count: int) -> Period:
        return Period(self.granularity, self.index + count)

    def within(self, granularity: G) -> Period:
        """The coarser piece it begins in."""
        return Period.containing(granularity, self.first)

    @property
    def value(self) -> str:
        """TIMEX3's value.

        >>> Period(G.QUARTER, 1998 * 4 + 1).value, Period(G.YEAR, -43).value
        ('1998-Q2', 'BC0044')
        """
        return _value(self.granularity, self.index, self.first)


@lru_cache(maxsize=4096)
def _first(granularity: G, index: int) -> int:
    if granularity <= G.DAY:
        return index
    if granularity is G.WEEK:
        return index * 7 + 1
    if granularity is G.WEEKEND:
        return index * 7 + 6
    if granularity in _MONTHS:
        length, offset = _MONTHS[granularity]
        year, month = divmod(index * length + offset, 12)
        return days_from_civil(year, month + 1, 1)
    # There was no year nought: the first century before Christ is the years -99 to 0, the one after it begins in 1.
    return days_from_civil(index * _YEARS[granularity] + (index < 1), 1, 1)


def year_value(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _value(granularity: G, index: int, first: int) -> str:
    year, month, day = civil_from_days(first)
    if granularity <= G.DAY:
        return f"{year_value(year)}-{month:02}-{day:02}"
    if granularity in (G.WEEK, G.WEEKEND):
        return _week(first - (5 if granularity is G.WEEKEND else 0)) + (
            "-WE" if granularity is G.WEEKEND else ""
        )
    if granularity in _YEARS:
        width = {G.DECADE: 3, G.CENTURY: 2, G.MILLENNIUM: 1}[granularity]
        return f"{index:0{width}}" if index >= 0 else f"BC{-index - 1:0{width}}"
    names = {
        G.MONTH: f"-{month:02}",
        G.QUARTER: f"-Q{index % 4 + 1}",
        G.HALF: f"-H{index % 2 + 1}",
        G.SEASON: f"-{SEASONS[index % 4]}",
        G.YEAR: "",
    }
    return year_value(year) + names[granularity]


def _week(monday: int) -> str:
    """ISO 8601: the week belongs to the year of its Thursday."""
    year = civil_from_days(monday + 3)[0]
    first = days_from_civil(year, 1, 4)
    number = (monday - (first - (first + 6) % 7)) // 7 + 1
    return f"{year_value(year)}-W{number:02}"


def days_in_month(year: int, month: int) -> int:
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return days_from_civil(*following, 1) - days_from_civil(year, month, 1)


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def moved(day: int, unit: G, count: int) -> int:
    """A day number `count` units on; the day of the month is kept, or is the month's last.

    >>> civil_from_days(moved(days_from_civil(2024, 1, 31), G.MONTH, 1))
    (2024, 2, 29)
    """
    if unit <= G.DAY:
        return day + count
    if unit in (G.WEEK, G.WEEKEND):
        return day + 7 * count
    year, month, of_month = civil_from_days(day)
    months = _MONTHS[unit][0] if unit in _MONTHS else 12 * _YEARS[unit]
    year, month = divmod(year * 12 + month - 1 + months * count, 12)
    return days_from_civil(year, month + 1, min(of_month, days_in_month(year, month + 1)))
