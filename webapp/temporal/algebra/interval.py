"""A stretch of time, half-open, with ends that may be unknown."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.temporal.algebra.point import Point


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` up to, not including, `end`. `None` is an end without bound."""

    start: Point | None
    end: Point | None

    @classmethod
    def of_days(cls, first: int, last: int) -> Interval:
        """Day numbers, both included."""
        return cls(Point(first), Point(last + 1))

    @property
    def first_day(self) -> int | None:
        return None if self.start is None else self.start.day

    @property
    def last_day(self) -> int | None:
        """The last day touched, included."""
        if self.end is None:
            return None
        return self.end.day if self.end.minute else self.end.day - 1

    @property
    def is_bounded(self) -> bool:
        return self.start is not None and self.end is not None

    @property
    def is_one_day(self) -> bool:
        return self.is_bounded and self.first_day == self.last_day

    def overlaps(self, other: Interval) -> bool:
        """
        >>> Interval(Point(1), Point(3)).overlaps(Interval(Point(3), None))
        False
        """
        return _before(self.start, other.end) and _before(other.start, self.end)

    def contains(self, other: Interval) -> bool:
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def intersection(self, other: Interval) -> Interval | None:
        """What both share, or `None`."""
        if not self.overlaps(other):
            return None
        starts = [p for p in (self.start, other.start) if p is not None]
        ends = [p for p in (self.end, other.end) if p is not None]
        return Interval(max(starts, default=None), min(ends, default=None))

    def moved(self, days: int) -> Interval:
        return Interval(
            None if self.start is None else self.start.plus_days(days),
            None if self.end is None else self.end.plus_days(days),
        )


ALWAYS = Interval(None, None)


def _before(a: Point | None, b: Point | None) -> bool:
    return a is None or b is None or a < b
