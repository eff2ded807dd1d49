"""Which Friday, which June? The nearest to the anchor; a telling word decides only a near tie."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.temporal.algebra.period import Period

NEAR_TIE = 0.6


def gap(period: Period, day: int) -> int:
    """Days between a day and a piece of the calendar; 0 inside it."""
    if period.first <= day <= period.last:
        return 0
    return min(abs(period.first - day), abs(period.last - day))


def nearest(choices: Sequence[Period], day: int) -> Period:
    """The choice nearest to the day, the earlier of two as near."""
    return min(choices, key=lambda period: (gap(period, day), period.first))


def directed(
    choices: Sequence[Period], day: int, cues: frozenset[str], tie: float = NEAR_TIE
) -> tuple[Period, bool]:
    """The choice meant, and whether a cue decided: "past" or "future" near it counts on a near tie only."""
    past = [p for p in choices if p.first <= day]
    future = [p for p in choices if p.first > day]
    if not past or not future:
        return nearest(choices, day), False
    back, ahead = nearest(past, day), nearest(future, day)
    close, far = sorted((gap(back, day), gap(ahead, day)))
    if close > tie * far:
        return (ahead if "future" in cues else back), True
    return nearest((back, ahead), day), False
