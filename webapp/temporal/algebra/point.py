"""A moment on the proleptic Gregorian calendar, before and after Christ alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_DAYS_BEFORE_0001 = 306  # from 0000-03-01 to 0001-01-01


def days_from_civil(year: int, month: int, day: int) -> int:
    """The day's number, 1 for 0001-01-01, as `date.toordinal` has it, and valid for years below 1 too.

    `year` is astronomical: 0 is 1 BC, -43 is 44 BC. After Hinnant, "chrono-Compatible Low-Level Date Algorithms".

    >>> days_from_civil(1, 1, 1), days_from_civil(0, 12, 31)
    (1, 0)
    """
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _DAYS_BEFORE_0001 + 1


def civil_from_days(number: int) -> tuple[int, int, int]:
    """Year, month, day of a day number: the inverse of `days_from_civil`."""
    era, of_era = divmod(number + _DAYS_BEFORE_0001 - 1, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """Day number (see `days_from_civil`) and minute of that day, local to whoever wrote the text."""

    day: int
    minute: int = 0

    @classmethod
    def of(cls, year: int, month: int = 1, day: int = 1, minute: int = 0) -> Point:
        return cls(days_from_civil(year, month, day), minute)

    @classmethod
    def of_date(cls, value: date) -> Point:
        return cls(value.toordinal())

    @property
    def civil(self) -> tuple[int, int, int]:
        """Astronomical year, month, day."""
        return civil_from_days(self.day)

    @property
    def year(self) -> int:
        return self.civil[0]

    @property
    def weekday(self) -> int:
        """0 for Monday."""
        return (self.day + 6) % 7

    def to_date(self) -> date | None:
        """A `datetime.date`, or `None` outside the years 1 to 9999."""
        return date.fromordinal(self.day) if 1 <= self.day <= 3652059 else None

    def plus_days(self, days: int) -> Point:
        return Point(self.day + days, self.minute)

    def __str__(self) -> str:
        year, month, day = self.civil
        clock = f"T{self.minute // 60:02}:{self.minute % 60:02}" if self.minute else ""
        return (
            f"{year:05}-{month:02}-{day:02}{clock}" if year < 0 else f"{year:04}-{month:02}-{day:02}{clock}"
        )
