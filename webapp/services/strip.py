"""The overview strip: days of events gathered into bars."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.store.tables.base import AnyRow
from webapp.timeline.page import Bar

_MOST = 120


def bars(days: Sequence[AnyRow], first: int | None = None, last: int | None = None) -> tuple[Bar, ...]:
    """Bars of equal width side by side over the whole span, empty ones too; `days` are in order.

    Of a range, `first` to `last`, only what lies in it counts: an event that began long before would make every bar
    months wide. A range without events is one empty bar.
    """
    if not days:
        return ()
    within = [row for row in days if _lies(row.day, first, last)]
    return _gathered(within) if within else (_empty(days, first, last),)


def _lies(day: int, first: int | None, last: int | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)


def _empty(days: Sequence[AnyRow], first: int | None, last: int | None) -> Bar:
    """The whole range; an open end reaches to the last event, or no further than the other end."""
    start = first if first is not None else min(days[0].day, days[-1].day if last is None else last)
    end = last if last is not None else max(days[-1].day, start)
    return Bar(start, max(start, end), 0)


def _gathered(days: Sequence[AnyRow]) -> tuple[Bar, ...]:
    first, last = days[0].day, days[-1].day
    width = -(-(last - first + 1) // _MOST)
    counts = [[0, 0] for _ in range((last - first) // width + 1)]
    for row in days:
        place = counts[(row.day - first) // width]
        place[0] += row.events
        place[1] += row.planned
    return tuple(
        Bar(first + i * width, min(first + (i + 1) * width - 1, last), events, planned)
        for i, (events, planned) in enumerate(counts)
    )
