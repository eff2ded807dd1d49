"""When something was: somewhere within an interval, or all through it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.temporal.algebra.interval import Interval


@dataclass(frozen=True, slots=True)
class When:
    """`lasts` is False for "in June" (some time within) and True for "since 1982" (all through)."""

    interval: Interval
    lasts: bool = False
