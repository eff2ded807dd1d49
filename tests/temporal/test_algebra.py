"""Arithmetic on the calendar keeps its promises for any year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import ALWAYS, Interval
from webapp.temporal.algebra.period import Period, is_day, moved
from webapp.temporal.algebra.point import Point, civil_from_days, days_from_civil
from webapp.temporal.engine.holidays import easter, nth_weekday

DAYS = st.integers(min_value=-5_000_000, max_value=3_000_000)
PIECES = st.sampled_from([g for g in Granularity if g >= Granularity.DAY and g is not Granularity.WEEKEND])
POINTS = st.none() | st.builds(Point, st.integers(0, 50), st.integers(0, 1439))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    ends = sorted(p for p in (draw(POINTS), draw(POINTS)) if p is not None)
    if len(ends) == 2 and ends[0] < ends[1]:
        return Interval(ends[0], ends[1])
    return (
        draw(st.sampled_from([ALWAYS, Interval(ends[0], None), Interval(None, ends[0])])) if ends else ALWAYS
    )


@given(DAYS)
def test_civil_date_comes_back(day: int) -> None:
    assert days_from_civil(*civil_from_days(day)) == day


@given(st.dates())
def test_day_number_is_pythons(value: date) -> None:
    point = Point.of_date(value)
    assert point.civil == (value.year, value.month, value.day)
    assert point.weekday == value.weekday()


@given(PIECES, DAYS)
def test_day_lies_in_its_piece(granularity: Granularity, day: int) -> None:
    piece = Period.containing(granularity, day)
    assert piece.first <= day <= piece.last


@given(PIECES, DAYS)
def test_pieces_follow_without_gap(granularity: Granularity, day: int) -> None:
    piece = Period.containing(granularity, day)
    assert piece.plus(1).first == piece.last + 1
    assert piece.plus(-1).last == piece.first - 1


@given(st.dates())
def test_week_value_is_iso(value: date) -> None:
    week = Period.containing(Granularity.WEEK, value.toordinal())
    iso = value.isocalendar()
    assert week.value == f"{iso.year:04}-W{iso.week:02}"


@given(DAYS, st.integers(-200, 200))
def test_months_move_there_and_nearly_back(day: int, count: int) -> None:
    back = moved(moved(day, Granularity.MONTH, count), Granularity.MONTH, -count)
    assert 0 <= day - back <= 3


@given(intervals(), intervals())
def test_intersection_lies_in_both(a: Interval, b: Interval) -> None:
    shared = a.intersection(b)
    assert (shared is None) == (not a.overlaps(b))
    if shared is not None:
        assert a.contains(shared)
        assert b.contains(shared)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (2024, 2, 30), (1900, 2, 29), (2024, 13, 1), (2024, 4, 31)]
)
def test_day_that_is_on_no_calendar(year: int, month: int, day: int) -> None:
    assert not is_day(year, month, day)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        (Granularity.YEAR, Fraction(5, 2), "P2Y6M"),
        (Granularity.HOUR, Fraction(3, 2), "PT1H30M"),
        (Granularity.DAY, None, "PXD"),
        (Granularity.MINUTE, None, "PTXM"),
        (Granularity.DECADE, Fraction(4), "P40Y"),
        (Granularity.YEAR, Fraction(1, 2), "P6M"),
    ],
)
def test_duration_value(unit: Granularity, count: Fraction | None, value: str) -> None:
    assert Duration(unit, count).value == value


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1916, 4, 23), (2000, 4, 23), (2024, 3, 31), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == days_from_civil(year, month, day)


def test_last_monday_of_a_month() -> None:
    assert nth_weekday(2024, 5, 0, -1) == days_from_civil(2024, 5, 27)


@pytest.mark.parametrize(
    ("period", "value", "first", "last"),
    [
        (Period(Granularity.CENTURY, 18), "18", "1800-01-01", "1899-12-31"),
        (Period(Granularity.CENTURY, -5), "BC04", "-0499-01-01", "-0400-12-31"),
        (Period(Granularity.YEAR, -43), "BC0044", "-0043-01-01", "-0043-12-31"),
        (Period(Granularity.SEASON, 1994 * 4 + 3), "1994-WI", "1994-12-01", "1995-02-28"),
        (
            Period.containing(Granularity.WEEKEND, date(2024, 11, 24).toordinal()),
            "2024-W47-WE",
            "2024-11-23",
            "2024-11-24",
        ),
    ],
)
def test_piece_has_its_value_and_days(period: Period, value: str, first: str, last: str) -> None:
    assert (period.value, str(Point(period.first)), str(Point(period.last))) == (value, first, last)
