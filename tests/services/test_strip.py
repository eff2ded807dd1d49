"""Days gathered into bars of one width."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from webapp.services.strip import bars
from webapp.timeline.page import Bar


class _Day(NamedTuple):
    day: int
    events: int = 1
    planned: int = 0


def _days(*rows: _Day) -> Any:
    return rows


def test_no_days_are_no_bars() -> None:
    assert bars(()) == ()


def test_one_day_is_one_bar() -> None:
    assert bars(_days(_Day(5, 3, 1))) == (Bar(5, 5, 3, 1),)


def test_empty_bars_stand_between() -> None:
    assert bars(_days(_Day(5), _Day(7, 2))) == (Bar(5, 5, 1), Bar(6, 6, 0), Bar(7, 7, 2))


@pytest.mark.parametrize("last", [119, 120, 121, 240, 1000, 10**6, 10**9])
def test_there_are_at_most_120_bars_of_one_width(last: int) -> None:
    found = bars(_days(_Day(0), _Day(last // 2, 5), _Day(last, 2, 2)))
    assert len(found) <= 120
    assert (found[0].first, found[-1].last) == (0, last)
    assert (sum(bar.count for bar in found), sum(bar.planned for bar in found)) == (8, 2)
    assert len({bar.last - bar.first for bar in found[:-1]}) == 1


def test_only_what_lies_in_the_range_makes_bars() -> None:
    days = _days(_Day(-50_000), _Day(100), _Day(102, 2), _Day(90_000))
    assert bars(days, 90, 200) == (Bar(100, 100, 1), Bar(101, 101, 0), Bar(102, 102, 2))
    assert bars(days, None, 101)[-1].last == 100
    assert bars(days, 101, None)[0].first == 102


@pytest.mark.parametrize(
    ("first", "last", "bar"),
    [(10, 20, Bar(10, 20, 0)), (200, None, Bar(200, 200, 0)), (None, 3, Bar(3, 3, 0)), (7, None, None)],
)
def test_a_range_without_events_is_one_empty_bar(
    first: int | None, last: int | None, bar: Bar | None
) -> None:
    found = bars(_days(_Day(100), _Day(102)), first, last)
    assert found == (bar,) if bar else len(found) == 3
