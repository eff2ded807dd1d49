"""The one exact day that somebody typed, or an answer that says why it is none."""

from __future__ import annotations

import calendar
import re
from datetime import date

from webapp.errors import N_, BadInputError, Message
from webapp.temporal.freeform import parse_typed

_FIELD = "typed"
_EXAMPLE = Message("Type day, month and year, for example 15 November 2024 or 2024-11-15.")
_LONGEST = 64
_NAMES = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}


def exact_day(typed: str) -> date:
    """Raises, in words, where it is empty, no date, a day the calendar does not have, or no exact day."""
    shown = " ".join(typed.split())
    if not shown:
        raise BadInputError("The date of publication is empty. %(example)s", field=_FIELD, example=_EXAMPLE)
    if len(shown) > _LONGEST:
        raise BadInputError(
            "That is too long for a date of publication. %(example)s", field=_FIELD, example=_EXAMPLE
        )
    impossible = _impossible(shown)
    if impossible is not None:
        raise BadInputError(
            "Date of publication: there is no %(typed)s; %(reason)s.",
            field=_FIELD,
            typed=shown,
            reason=impossible,
        )
    found = parse_typed(shown, today=date.today())
    if found is None:
        raise BadInputError(
            "“%(typed)s” is not read as a date of publication. %(example)s",
            field=_FIELD,
            typed=shown,
            example=_EXAMPLE,
        )
    day = found.interval.start.to_date() if found.interval.start is not None else None
    if day is None or not found.granularity.has_day or not found.interval.is_one_day:
        raise BadInputError(
            "“%(typed)s” is not one day, and a date of publication must be exact. %(example)s",
            field=_FIELD,
            typed=shown,
            example=_EXAMPLE,
        )
    return day


def _impossible(typed: str) -> Message | None:
    """What is wrong with a day that is written in full and does not exist; `None` where nothing is.

    >>> str(_impossible("31 February 2024")), str(_impossible("2024-13-01")), _impossible("29 February 2024")
    ('February 2024 has 29 days', 'a year has 12 months', None)
    """
    written = _written(typed)
    if written is None:
        return None
    year, month, day = written
    if not 1 <= month <= 12:
        return Message("a year has 12 months")
    if not 1 <= year <= 9999:
        return Message("the year must lie between 1 and 9999")
    days = calendar.monthrange(year, month)[1]
    if 1 <= day <= days:
        return None
    return Message(
        "%(month)s %(year)s has %(days)s days", month=Message(_NAMES[month - 1]), year=year, days=days
    )


def _written(typed: str) -> tuple[int, int, int] | None:
    """Year, month and day as numbers, existing or not, where all three were clearly written."""
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", typed)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    words = re.findall(r"[0-9]+|[^\W\d_]+", typed.casefold())
    months = [_MONTHS.get(word) or _SHORT.get(word[:3]) for word in words if not _is_number(word)]
    numbers = [int(word) for word in words if _is_number(word) and len(word) <= 4]
    month = next(filter(None, months), None)
    if month is None or len(numbers) != 2:
        return None
    day, year = sorted(numbers)
    return (year, month, day) if year > 99 else None


def _is_number(word: str) -> bool:
    """Not "²", which is a digit too and yet none that can be counted with."""
    return word.isascii() and word.isdecimal()
