"""Lengths of time: how long, not when."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from webapp.temporal.algebra.granularity import Granularity

# Standing for TIMEX3's designators; E (decade) and C (century) as TimeBank writes them.
_LETTER = {
    Granularity.SECOND: "S",
    Granularity.MINUTE: "M",
    Granularity.HOUR: "H",
    Granularity.DAYPART: "D",
    Granularity.DAY: "D",
    Granularity.WEEKEND: "WE",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.SEASON: "S",
    Granularity.QUARTER: "Q",
    Granularity.HALF: "H",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "E",
    Granularity.CENTURY: "C",
    Granularity.MILLENNIUM: "L",
}
# What one of a coarse unit is in the next one that a part of it can be said in.
_PARTS = {
    Granularity.YEAR: (Granularity.MONTH, 12),
    Granularity.HOUR: (Granularity.MINUTE, 60),
    Granularity.MINUTE: (Granularity.SECOND, 60),
    Granularity.DAY: (Granularity.HOUR, 24),
}
_YEARS = {Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1000}


@dataclass(frozen=True, slots=True)
class Duration:
    """A count of one unit; `None` is a count nobody gave ("several years")."""

    unit: Granularity
    count: Fraction | None = Fraction(1)

    @classmethod
    def of(cls, unit: Granularity, count: int | Fraction | None = 1) -> Duration:
        return cls(unit, None if count is None else Fraction(count))

    @property
    def value(self) -> str:
        """TIMEX3's value.

        >>> Duration.of(Granularity.YEAR, Fraction(5, 2)).value, Duration.of(Granularity.DAY, None).value
        ('P2Y6M', 'PXD')
        """
        if self.count is None:
            return _designated(self.unit, "X")
        if self.unit in _YEARS and self.count != 1:
            return Duration(Granularity.YEAR, self.count * _YEARS[self.unit]).value
        whole, part = divmod(self.count, 1)
        if not part or self.unit not in _PARTS:
            return _designated(self.unit, _plain(self.count))
        finer, factor = _PARTS[self.unit]
        rest = Duration(finer, part * factor).value.removeprefix("P").removeprefix("T")
        if not whole:
            return Duration(finer, part * factor).value
        joined = "T" if finer <= Granularity.HOUR < self.unit else ""
        return _designated(self.unit, str(whole)) + joined + rest


def _designated(unit: Granularity, count: str) -> str:
    clock = "T" if unit <= Granularity.HOUR else ""
    return f"P{clock}{count}{_LETTER[unit]}"


def _plain(count: Fraction) -> str:
    return str(count.numerator) if count.denominator == 1 else f"{float(count):.6g}"
