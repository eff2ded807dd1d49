"""How an interval is written by `dateline extract`."""

from datetime import date

import pytest

from webapp.services.batch_rows import Days, days_of
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.algebra.when import When

NOV_4, NOV_6 = Point.of(2024, 11, 4), Point.of(2024, 11, 6)
YEAR = Interval(Point.of(2024), Point.of(2025))


@pytest.mark.parametrize(
    ("when", "granularity", "days"),
    [
        (None, None, Days()),
        (When(Interval(NOV_4, NOV_4.plus_days(1))), Granularity.DAY, Days("2024-11-04", "2024-11-04", "day")),
        (
            When(Interval(Point(NOV_4.day, 540), Point(NOV_4.day, 600))),
            Granularity.MINUTE,
            Days("2024-11-04", "2024-11-04", "day"),
        ),
        (When(YEAR), Granularity.YEAR, Days("2024-01-01", "2024-12-31", "year")),
        (When(YEAR, lasts=True), Granularity.YEAR, Days("2024-01-01", "2024-12-31", "interval")),
        (When(Interval(NOV_4, NOV_6)), Granularity.WEEKEND, Days("2024-11-04", "2024-11-05", "week")),
        (When(Interval(None, NOV_4)), Granularity.DAY, Days(end="2024-11-04")),
        (When(Interval(NOV_4, None)), Granularity.DAY, Days("2024-11-03")),
        (When(Interval(NOV_4, None), lasts=True), Granularity.DAY, Days("2024-11-04", None, "interval")),
        (When(Interval(None, None)), None, Days()),
        (When(Interval(Point.of(-43), Point.of(-42))), Granularity.YEAR, Days()),
    ],
)
def test_days_that_the_words_name(when: When | None, granularity: Granularity | None, days: Days) -> None:
    assert days_of(when, granularity, said=True) == days


def test_told_as_past_without_a_day_is_before_the_day_of_publication() -> None:
    published = date(2024, 11, 5).toordinal()
    assert days_of(When(Interval(None, Point(published + 1))), None, said=False) == Days(end="2024-11-05")


def test_told_as_planned_without_a_day_is_after_the_day_of_publication() -> None:
    published = date(2024, 11, 5).toordinal()
    assert days_of(When(Interval(Point(published), None)), None, said=False) == Days(start="2024-11-05")
