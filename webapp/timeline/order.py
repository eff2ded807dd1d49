"""Events in the order of a timeline: by their first day; those without a day by what bounds them."""

from __future__ import annotations

from webapp.timeline.event import Event

_LAST = 10**9
_FIRST = -(10**9)


def timeline_key(event: Event) -> tuple[int, bool, int, int, str]:
    """Dated events by first day, minute and length; one without a day stands behind the day it comes after, else
    before the day it comes before, else at the end."""
    interval = event.when.interval if event.when is not None else None
    start = interval.start if interval is not None else None
    end = interval.end if interval is not None else None
    if event.is_dated and start is not None:
        return (start.day, False, start.minute, end.day if end is not None else _LAST, event.id)
    if start is not None:
        return (start.day, True, 0, 0, event.id)
    if end is not None:
        return (end.day, False, -1, 0, event.id)
    return (_LAST, True, 0, 0, event.id)
