"""What was said about a time survives being kept."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from webapp.store.codec import decode, encode
from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Anchor
from webapp.temporal.expression import (
    Around,
    Between,
    CalendarDate,
    ClockTime,
    Every,
    From,
    Lasting,
    Modified,
    Named,
    NthOf,
    Shift,
    Unknown,
    Weekday,
)
from webapp.text.span import Span

_DATE = CalendarDate(Granularity.DAY, -43, 3, 15, of=Named("christmas", step=-1))
_SHIFT = Shift(Duration.of(Granularity.DAY, Fraction(5, 2)), -1, From.EVENT, Granularity.DAY)


@pytest.mark.parametrize(
    "value",
    [
        _DATE,
        ClockTime(540, "MO", _DATE, "CET"),
        Weekday(4, 1),
        _SHIFT,
        NthOf(-1, Granularity.WEEK, _DATE),
        Between(_DATE, Weekday(0)),
        Lasting(Duration.of(Granularity.YEAR, None), 1),
        Every(on=Weekday(2), quant="EACH"),
        Around("the talks", _SHIFT),
        Modified(_DATE, "END"),
        Unknown("too vague"),
        Anchor(5, Interval(Point(3, 4), None), inferred=True),
        frozenset({"past", "modal"}),
        (Span(1, 2), None, "x", 3, True),
        None,
    ],
)
def test_what_is_kept_is_what_was_said(value: object) -> None:
    assert decode(json.loads(json.dumps(encode(value)))) == value
