"""The overview strip: bars over a span of days, labels that suit the span. Geometry only, in per cent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.temporal.algebra.point import civil_from_days, days_from_civil
from webapp.timeline.page import Bar
from webapp.views.wording import day_words, iso, month_name, month_words, span_words, year_words

_LABELS = 12  # at most so many stand beside each other
_NARROWEST = 0.35
_LEAST = 7  # days
_LAST_TYPED = 3652059  # 9999-12-31
_APART = 6  # per cent between the first label and the next


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str
    is_major: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One bar; `height` and `planned` are per cent of the strip's height, `words` say its stretch."""

    x: float
    width: float
    height: float
    planned: float
    count: int
    words: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Strip:
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    first: int
    last: int
    words: str

    @property
    def closer(self) -> tuple[str, str] | None:
        """The middle half as a typed range, `None` where it would be shorter than a week."""
        quarter = (self.last - self.first + 1) // 4
        return _typed(self.first + quarter, self.last - quarter) if quarter >= _LEAST // 2 else None

    @property
    def wider(self) -> tuple[str, str] | None:
        half = (self.last - self.first + 1) // 2
        return _typed(self.first - half, self.last + half)


def _typed(first: int, last: int) -> tuple[str, str] | None:
    """As it is typed in the range fields; years before 1 are left to the reader's own words."""
    return (iso(first), iso(last)) if first > 0 and last <= _LAST_TYPED else None


def strip(bars: tuple[Bar, ...], first: int | None = None, last: int | None = None) -> Strip | None:
    """`first` and `last` are the range that was asked for, where one was."""
    if not bars:
        return None
    low = min(bar.first for bar in bars) if first is None else first
    high = max(bar.last for bar in bars) if last is None else last
    low, high = _with_air(low, max(low, high))
    most = max(bar.count for bar in bars)
    shown = [bar for bar in bars if bar.last >= low and bar.first <= high and bar.count]
    columns = tuple(_column(bar, low, high, most) for bar in shown)
    return Strip(columns, _ticks(low, high), low, high, span_words(low, high, short=True))


def _with_air(low: int, high: int) -> tuple[int, int]:
    """A span of at least a month, whole months at both ends, so that a lone bar does not fill the strip."""
    year, month, _day = civil_from_days(low)
    start = days_from_civil(year, month, 1)
    year, month, _day = civil_from_days(high)
    end = days_from_civil(year + month // 12, month % 12 + 1, 1) - 1
    return start, end


def _column(bar: Bar, low: int, high: int, most: int) -> Column:
    days = high - low + 1
    start, end = max(bar.first, low), min(bar.last, high)
    height = 100 * bar.count / most
    return Column(
        x=round(100 * (start - low) / days, 3),
        width=round(max(_NARROWEST, 100 * (end - start + 1) / days), 3),
        height=round(height, 2),
        planned=round(height * bar.planned / bar.count, 2),
        count=bar.count,
        words=span_words(bar.first, bar.last),
        first=iso(bar.first),
        last=iso(bar.last),
    )


def _ticks(low: int, high: int) -> tuple[Tick, ...]:
    days = high - low + 1
    found = _month_ticks(low, high) if days <= 366 * 3 else _year_ticks(low, high)
    ticks = [Tick(round(100 * (day - low) / days, 3), label, is_major) for day, label, is_major in found]
    ticks = [tick for tick in ticks if 0 <= tick.x <= 97]
    if len(ticks) > 1 and ticks[1].x - ticks[0].x < _APART and not ticks[0].is_major:
        ticks = ticks[1:]
    return tuple(ticks)


def _month_ticks(low: int, high: int) -> Iterator[tuple[int, str, bool]]:
    y1, m1, _day = civil_from_days(low)
    y2, m2, _day = civil_from_days(high)
    count = (y2 - y1) * 12 + m2 - m1 + 1
    if count <= 2:
        yield from _day_ticks(low, high)
        return
    step = next(n for n in (1, 2, 3, 6, 12, 24, 48) if count / n <= _LABELS)
    for number in range(y1 * 12 + m1 - 1, y2 * 12 + m2):
        year, month = number // 12, number % 12 + 1
        if month == 1:
            yield days_from_civil(year, 1, 1), year_words(year), True
        elif (month - 1) % step == 0 or number == y1 * 12 + m1 - 1:
            is_first = number == y1 * 12 + m1 - 1
            day = days_from_civil(year, month, 1)
            if is_first and month + step > 12 and count > _LABELS:
                yield day, month_name(month, short=True), False
            else:
                yield day, month_words(day, short=True) if is_first else month_name(month, short=True), False


def _day_ticks(low: int, high: int) -> Iterator[tuple[int, str, bool]]:
    for day in range(low, high + 1):
        number = civil_from_days(day)[2]
        if number == 1:
            yield day, month_words(day, short=True), True
        elif number in (8, 15, 22):
            yield day, day_words(day, short=True).rsplit(" ", 1)[0], False


def _year_ticks(low: int, high: int) -> Iterator[tuple[int, str, bool]]:
    y1, y2 = civil_from_days(low)[0], civil_from_days(high)[0]
    steps = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
    step = next((n for n in steps if (y2 - y1 + 1) / n <= _LABELS), (y2 - y1) // _LABELS + 1)
    for year in range(-(-y1 // step) * step, y2 + 1, step):
        yield days_from_civil(year, 1, 1), year_words(year), True
