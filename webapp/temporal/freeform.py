"""Dates typed by people in a form or held by metadata: our own grammar first, dateparser second.

The only user of dateparser, which is loaded when first needed and given only short strings: in running text it
reads words like "we" and "may" as dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.period import Period, is_day
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Anchor
from webapp.temporal.tagger import resolve_all, scan
from webapp.temporal.timex import Timex, TimexType

_LONGEST = 64
_PERIODS = {
    "time": Granularity.MINUTE,
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "year": Granularity.YEAR,
}
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?)?"
)
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)")
_BARE_YEAR = re.compile(r"[1-9]\d{3}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+")
_IN_FIGURES = re.compile(r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.] ?)\d{1,2}\2\d{4})(?!\d)")
_DAY_AND_WORD = re.compile(r"(\d{1,2})\W{1,2}(?:\w\w )?[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.? (\d{1,2})\.?")
_DAYLIKE = re.compile(r"(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as a stretch of time and how exactly it was put."""

    interval: Interval
    granularity: Granularity


def parse_typed(text: str, *, languages: tuple[str, ...] = (), today: date | None = None) -> Typed | None:
    """The date that a short text as a whole stands for; `None` when it stands for none.

    `today` is what "yesterday" counts from; without it relative dates are not understood.

    >>> parse_typed("31 February 2024") is None, parse_typed("June 1998").granularity.name
    (True, 'MONTH')
    """
    typed = " ".join(text.split())
    if not typed or len(typed) > _LONGEST or not any(c.isalnum() for c in typed):
        return None
    if _looks_iso(typed):
        return _iso(typed)
    if _BARE_YEAR.fullmatch(typed):
        return _typed(Period(Granularity.YEAR, int(typed)))
    found = _by_grammar(typed, today)
    if found is not None or _claims_no_day(typed) or not _may_be_date(typed):
        return found
    return _by_dateparser(typed, languages, today)


def _looks_iso(typed: str) -> bool:
    return any(shape.fullmatch(typed) for shape in (_ISO, _ISO_MONTH, _COMPACT))


def _iso(typed: str) -> Typed | None:
    month = _ISO_MONTH.fullmatch(typed)
    if month:
        year, number = int(month[1]), int(month[2])
        if not is_day(year, number, 1):
            return None
        return _typed(Period(Granularity.MONTH, year * 12 + number - 1))
    found = _ISO.fullmatch(typed) or _COMPACT.fullmatch(typed)
    if found is None or not is_day(*(int(part) for part in found.groups()[:3])):
        return None
    first = Point.of(*(int(part) for part in found.groups()[:3]))
    if len(found.groups()) < 5 or found[4] is None:
        return _typed(Period(Granularity.DAY, first.day))
    minute = int(found[4]) * 60 + int(found[5])
    return _at(first.day, minute) if minute < 1440 else None


def _typed(period: Period) -> Typed:
    return Typed(period.interval, period.granularity)


def _at(day: int, minute: int) -> Typed:
    end = Point(day, minute + 1) if minute < 1439 else Point(day + 1)
    return Typed(Interval(Point(day, minute), end), Granularity.MINUTE)


def _by_grammar(typed: str, today: date | None) -> Typed | None:
    """Only when one expression, or two that overlap in what they mean, make up the whole text."""
    candidates = scan(typed)
    if len(candidates) != 1 or len(candidates[0].text) < len(typed.strip(" .,;:()")):
        return None
    timex = resolve_all(candidates, Anchor(None if today is None else today.toordinal()), narrative=False)[0]
    return _of_timex(timex)


def _of_timex(timex: Timex) -> Typed | None:
    if timex.when is None or timex.granularity is None or timex.type not in (TimexType.DATE, TimexType.TIME):
        return None
    if not timex.when.interval.is_bounded:
        return None
    return Typed(timex.when.interval, timex.granularity)


def _claims_no_day(typed: str) -> bool:
    """A day of the month that no month has: dateparser would take the 31 of "31 February 2024" for "
    "something else."""
    candidates = scan(typed)
    days = [int(m[1]) for m in _DAYLIKE.finditer(typed)]
    named = any(c.rule in ("bare_month", "month_year") for c in candidates)
    return named and any(day > 28 for day in days)


def _may_be_date(typed: str) -> bool:
    """A year beside a word or in figures, or words: dateparser finds a date in "5", "x 2024" and even in "²"."""
    if any(c.isnumeric() and not c.isdecimal() for c in typed) or typed[0] in "+-":
        return False
    if _YEAR.search(typed):
        return bool(_WORD.search(typed) or _IN_FIGURES.match(typed))
    return bool(_DAY_AND_WORD.fullmatch(typed)) or any(len(word) > 3 for word in _WORD.findall(typed))


def _by_dateparser(typed: str, languages: tuple[str, ...], today: date | None) -> Typed | None:
    """Only words alone count from today. The day of "15 novembre" has to be the one that was typed."""
    day_and_word = _DAY_AND_WORD.fullmatch(typed)
    is_relative = today is not None and not _YEAR.search(typed) and not day_and_word
    settings = {
        "RELATIVE_BASE": datetime.combine(today or date(2000, 1, 1), time()),
        "STRICT_PARSING": today is None,
        "PARSERS": ["relative-time", "absolute-time"] if is_relative else ["absolute-time"],
    }
    try:
        found = _parser(languages)(settings).get_date_data(typed)
    except (ValueError, OverflowError):  # years and zones at the edges of the calendar
        return None
    moment: datetime | None = found.date_obj
    if moment is None:
        return None
    granularity = _PERIODS.get(str(found.period), Granularity.DAY)
    if day_and_word and (granularity, moment.day) != (
        Granularity.DAY,
        int(day_and_word[1] or day_and_word[2]),
    ):
        return None
    day = moment.date().toordinal()
    if granularity is Granularity.MINUTE or (moment.hour or moment.minute):
        return _at(day, moment.hour * 60 + moment.minute)
    return _typed(Period.containing(granularity, day))


@lru_cache(maxsize=32)
def _parser(languages: tuple[str, ...]) -> Any:
    """A maker of dateparser's parser for these languages; the library is loaded here and nowhere else."""
    from dateparser.date import DateDataParser

    always = {"TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": False, "RETURN_TIME_AS_PERIOD": True}

    def make(settings: dict[str, Any]) -> Any:
        return DateDataParser(languages=list(languages) or None, settings={**settings, **always})

    return make
