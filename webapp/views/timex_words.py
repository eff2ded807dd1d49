"""TIMEX3 values that name no day, in the reader's words."""

from __future__ import annotations

import re
from fractions import Fraction

from webapp.views.translation import gettext as _
from webapp.views.wording import length_words

_LENGTH = re.compile(r"P(T?)([\d.]+|X+)(DE|CE|ML|WE|[YMWDHSQE])")
_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend", "E": "decade", "DE": "decade",
    "CE": "century", "ML": "millennium", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip


def value_words(value: str, type_: str) -> str:
    """A length, a repetition or a vague time as words; the empty text where only the value itself can say it."""
    words = _vague(value) or _length(value)
    if words and type_ == "SET":
        return _("every %(length)s", length=_every(value) or words)
    return words


def _vague(value: str) -> str:
    return {
        "PAST_REF": _("some time in the past"),
        "PRESENT_REF": _("about now"),
        "FUTURE_REF": _("some time in the future"),
    }.get(value, "")


def _length(value: str) -> str:
    found = _LENGTH.fullmatch(value)
    unit = _UNITS.get(found[1] + found[3], "") if found else ""
    if found is None or not unit:
        return ""
    if found[2].startswith("X"):
        return _("some %(units)s", units=_several(unit))
    try:
        return length_words(Fraction(found[2]), unit)
    except ValueError:
        return ""


def _several(unit: str) -> str:
    """The "years" of "two years"."""
    return length_words(Fraction(2), unit).partition(" ")[2]


def _every(value: str) -> str:
    """The "week" of "P1W"."""
    found = _LENGTH.fullmatch(value)
    unit = _UNITS.get(found[1] + found[3], "") if found and found[2] == "1" else ""
    return length_words(Fraction(1), unit).partition(" ")[2] if unit else ""
