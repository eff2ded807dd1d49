"""The one date that comes with an article, as a person typed it."""

from __future__ import annotations

import re
from datetime import date

from webapp.errors import N_
from webapp.temporal.freeform import parse_typed

EXPECTED = N_("Write a day such as 2024-11-15 or 15 November 2024.")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LONGEST = 64


def one_day(text: str, *, today: date | None = None) -> date | None:
    """The day that was typed, `None` if it is not exactly one.

    >>> one_day("2024-11-15"), one_day("2024-02-31")
    (datetime.date(2024, 11, 15), None)
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    typed = parse_typed(text, today=today) if len(text) <= _LONGEST else None
    if typed is None or not typed.interval.is_one_day or typed.interval.start is None:
        return None
    return typed.interval.start.to_date()
