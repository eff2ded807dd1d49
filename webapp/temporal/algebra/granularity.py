"""How fine a date was said."""

from __future__ import annotations

from enum import IntEnum


class Granularity(IntEnum):
    """Ordered from fine to coarse, so that `min` is the finer of two.

    HALF is half a year, SEASON three months that may cross a year's end.
    """

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAYPART = 4
    DAY = 5
    WEEKEND = 6
    WEEK = 7
    MONTH = 8
    SEASON = 9
    QUARTER = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15

    @property
    def has_day(self) -> bool:
        """Is it as fine as a day, or finer?"""
        return self <= Granularity.DAY
