"""The day a holiday falls on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.temporal.algebra.period import days_in_month
from webapp.temporal.algebra.point import days_from_civil


def easter(year: int) -> int:
    """Day number of Easter Sunday, Gregorian (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return days_from_civil(year, month, day + 1)


def holiday(entry: Mapping[str, Any], year: int) -> int:
    """Day number of the holiday that an entry of holidays.toml describes."""
    if "date" in entry:
        return days_from_civil(year, *entry["date"])
    if "easter" in entry:
        return easter(year) + int(entry["easter"])
    if "election" in entry:  # the Tuesday after the first Monday of November
        return nth_weekday(year, 11, 0, 1) + 1
    return nth_weekday(year, *entry["nth"])


def nth_weekday(year: int, month: int, weekday: int, n: int) -> int:
    """Day number of the n-th such weekday of a month, -1 for its last."""
    if n < 0:
        last = days_from_civil(year, month, days_in_month(year, month))
        return last - ((last + 6) - weekday) % 7
    first = days_from_civil(year, month, 1)
    return first + (weekday - (first + 6)) % 7 + 7 * (n - 1)
