"""Values that mean the same."""

import pytest

from webapp.evaluation.values import days_of, normal
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point


def between(first: tuple[int, int, int], last: tuple[int, int, int]) -> Interval:
    return Interval(Point.of(*first), Point.of(*last).plus_days(1))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-11-15", (2024, 11, 15), (2024, 11, 15)),
        ("2024-11-15TMO", (2024, 11, 15), (2024, 11, 15)),
        (" 2024-11-15t09:30 ", (2024, 11, 15), (2024, 11, 15)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-02-XX", (2024, 2, 1), (2024, 2, 29)),
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-XX", (2024, 1, 1), (2024, 12, 31)),
        ("2024-XX-XX", (2024, 1, 1), (2024, 12, 31)),
        ("FY2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-W02", (2024, 1, 8), (2024, 1, 14)),
        ("2024-W2", (2024, 1, 8), (2024, 1, 14)),
        ("2024-W02-WE", (2024, 1, 13), (2024, 1, 14)),
        ("2024-W02-3", (2024, 1, 10), (2024, 1, 10)),
        ("2024-Q2", (2024, 4, 1), (2024, 6, 30)),
        ("2024-H2", (2024, 7, 1), (2024, 12, 31)),
        ("2024-WI", (2024, 12, 1), (2025, 2, 28)),
        ("199", (1990, 1, 1), (1999, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19", (1900, 1, 1), (1999, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("BC0044", (-43, 1, 1), (-43, 12, 31)),
    ],
)
def test_value_names_these_days(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert days_of(value) == between(first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "P3D",
        "PT2H",
        "PRESENT_REF",
        "XXXX-05",
        "XXXX-WXX-5",
        "2024-WXX",
        "2024-02-30",
        "2024-13",
        "2024-W54",
        "2024-W00",
        "2024-Q5",
        "20240",
        "2024-11-15\n",
    ],
)
def test_value_names_no_days(value: str) -> None:
    assert days_of(value.replace("\n", "?")) is None


def test_a_decade_before_christ_is_not_a_year() -> None:
    assert len({days_of("BC0044"), days_of("BC004"), days_of("BC04")}) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-11-15T09", "2024-11-15T09:00"),
        ("2024-11-15T09:00:00", "2024-11-15T09:00"),
        ("present_ref ", "PRESENT_REF"),
    ],
)
def test_the_same_value_in_other_letters(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_the_same_days_are_not_the_same_value() -> None:
    assert normal("2024-W2") != normal("2024-W02")
    assert normal("2024-11-15T09:30:20") != normal("2024-11-15T09:30")
