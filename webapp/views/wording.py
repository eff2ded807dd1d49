"""Dates in the reader's words: the one place where days become text."""

from __future__ import annotations

from fractions import Fraction

from babel.dates import get_day_names, get_month_names

from webapp.context.publication import Confidence, Publication
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.point import Point, civil_from_days, days_from_civil
from webapp.views.translation import N_, gettext, locale, ngettext

_NUMBERS = (
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def year_words(year: int) -> str:
    """`year` is astronomical: 2024 is "2024", -43 is "44 BC"."""
    return (
        str(year)
        if year > 0
        else gettext("%(year)s BC", year=f"{1 - year:,}" if year < -9998 else str(1 - year))
    )


def month_name(month: int, *, short: bool = False) -> str:
    return str(get_month_names("abbreviated" if short else "wide", locale=locale())[month])


def weekday_name(day: int, *, short: bool = False) -> str:
    return str(get_day_names("abbreviated" if short else "wide", locale=locale())[Point(day).weekday])


def day_words(day: int, *, short: bool = False) -> str:
    """A day number as "13 November 2024" or "13 Nov 2024"."""
    year, month, number = civil_from_days(day)
    return gettext(
        "%(day)s %(month)s %(year)s", day=number, month=month_name(month, short=short), year=year_words(year)
    )


def month_words(day: int, *, short: bool = False) -> str:
    year, month, _ = civil_from_days(day)
    return gettext("%(month)s %(year)s", month=month_name(month, short=short), year=year_words(year))


def iso(day: int | None) -> str:
    """A day number as "2024-11-13", the empty text for an open end."""
    return "" if day is None else str(Point(day))


def span_words(
    first: int | None,
    last: int | None,
    *,
    lasts: bool = False,
    granularity: Granularity | None = None,
    short: bool = False,
) -> str:
    """Days, both ends included: "June 2024", "since 1982", "by the end of 1945", "4 – 7 March 2024"."""
    if first is None:
        return gettext("date not known") if last is None else _open_start(last, lasts, short)
    if last is None:
        return _open_end(first, lasts, granularity, short)
    return _unit_words(first, last, short) or _range_words(first, last, short)


def undated_words(first: int | None, last: int | None) -> str:
    """What is known of an event without a day: "after 15 Nov 2024, day not said"."""
    if first is not None and last is not None:
        between = span_words(first, last, short=True)
        return gettext("within %(stretch)s, day not said", stretch=between)
    if first is not None:
        return gettext("after %(day)s, day not said", day=day_words(first, short=True))
    if last is not None:
        return gettext("before %(day)s, day not said", day=day_words(last, short=True))
    return gettext("nothing says when")


def published_words(publication: Publication, *, short: bool = True, bare: bool = False) -> str:
    """An article's date: "13 March 2025", "15 Nov – 31 Dec 2024, inferred" (without the last word if `bare`)."""
    first, last = publication.bounds.first_day, publication.bounds.last_day
    if publication.confidence is Confidence.NONE and first is None and last is None:
        return gettext("no date found")
    if not publication.is_inferred:
        return span_words(first, last) if first is not None else gettext("no date found")
    if first is not None and last is not None:
        stretch = span_words(first, last, short=short)
    else:
        stretch = _half_known(publication, short)
    return stretch if bare else gettext("%(stretch)s, inferred", stretch=stretch)


def clock_words(minute: int) -> str:
    """Minute of the day as "14:30"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def length_words(count: Fraction, unit: str) -> str:
    """Two of "day" as "two days", eighty of "year" as "80 years"."""
    is_small = count.denominator == 1 and 0 < count <= len(_NUMBERS)
    value = gettext(_NUMBERS[int(count) - 1]) if is_small else f"{float(count):g}"
    num = 1 if count == 1 else max(2, int(count))
    known = {
        "second": ngettext("%(count)s second", "%(count)s seconds", num, count=value),
        "minute": ngettext("%(count)s minute", "%(count)s minutes", num, count=value),
        "hour": ngettext("%(count)s hour", "%(count)s hours", num, count=value),
        "day": ngettext("%(count)s day", "%(count)s days", num, count=value),
        "weekend": ngettext("%(count)s weekend", "%(count)s weekends", num, count=value),
        "week": ngettext("%(count)s week", "%(count)s weeks", num, count=value),
        "month": ngettext("%(count)s month", "%(count)s months", num, count=value),
        "season": ngettext("%(count)s season", "%(count)s seasons", num, count=value),
        "quarter": ngettext("%(count)s quarter", "%(count)s quarters", num, count=value),
        "half": ngettext("%(count)s half-year", "%(count)s half-years", num, count=value),
        "year": ngettext("%(count)s year", "%(count)s years", num, count=value),
        "decade": ngettext("%(count)s decade", "%(count)s decades", num, count=value),
        "century": ngettext("%(count)s century", "%(count)s centuries", num, count=value),
        "millennium": ngettext("%(count)s millennium", "%(count)s millennia", num, count=value),
    }
    return known.get(unit, f"{value} {unit}")


def _half_known(publication: Publication, short: bool) -> str:
    first, last, likely = publication.bounds.first_day, publication.bounds.last_day, publication.likely
    if first is not None:
        bound = gettext("not before %(day)s", day=day_words(first, short=short))
    elif last is not None:
        bound = gettext("not after %(day)s", day=day_words(last, short=short))
    else:
        bound = ""
    if likely is not None and likely not in (first, last):
        guess = gettext("probably %(month)s", month=month_words(likely, short=short))
        bound = f"{bound}, {guess}" if bound else guess
    return bound or gettext("no more known")


def _open_end(first: int, lasts: bool, granularity: Granularity | None, short: bool) -> str:
    year, month, day = civil_from_days(first)
    if (month, day) == (1, 1) and (granularity is None or granularity >= Granularity.YEAR):
        start = year_words(year)
    elif day == 1 and granularity is not None and granularity >= Granularity.MONTH:
        start = month_words(first, short=short)
    else:
        start = day_words(first, short=short)
    return gettext("since %(start)s", start=start) if lasts else gettext("from %(start)s on", start=start)


def _open_start(last: int, lasts: bool, short: bool) -> str:
    year, month, day = civil_from_days(last + 1)
    if (month, day) == (1, 1):
        end = year_words(year - 1)
    elif day == 1:
        end = month_words(last, short=short)
    else:
        end = day_words(last, short=short)
        return gettext("until %(end)s", end=end) if lasts else gettext("by %(end)s", end=end)
    return gettext("until %(end)s", end=end) if lasts else gettext("by the end of %(end)s", end=end)


def _unit_words(first: int, last: int, short: bool) -> str:
    """A whole day, month, year, decade or century; the empty text for anything else."""
    if first == last:
        return day_words(first, short=short)
    year, month, day = civil_from_days(first)
    if day != 1:
        return ""
    if last + 1 == days_from_civil(year + month // 12, month % 12 + 1, 1):
        return month_words(first, short=short)
    if month != 1:
        return ""
    if last + 1 == days_from_civil(year + 1, 1, 1):
        return year_words(year)
    if year % 10 == 0 and year > 0 and last + 1 == days_from_civil(year + 10, 1, 1):
        return gettext("the %(decade)ss", decade=year)
    if year % 100 in (0, 1) and year > 0 and last + 1 == days_from_civil(year + 100, 1, 1):
        return gettext("century %(number)s", number=year // 100 + 1)
    return ""


def _range_words(first: int, last: int, short: bool) -> str:
    """From one day to another, saying month and year once where both share them."""
    (y1, m1, d1), (y2, m2, _d2) = civil_from_days(first), civil_from_days(last)
    whole_months = d1 == 1 and civil_from_days(last + 1)[2] == 1
    if whole_months and m1 == 1 and m2 == 12:
        return f"{year_words(y1)} – {year_words(y2)}"
    if whole_months:
        start = month_name(m1, short=short) if y1 == y2 else month_words(first, short=short)
        return f"{start} – {month_words(last, short=short)}"
    if y1 != y2:
        start = day_words(first, short=short)
    elif m1 != m2:
        start = gettext("%(day)s %(month)s", day=d1, month=month_name(m1, short=short))
    else:
        start = str(d1)
    return f"{start} – {day_words(last, short=short)}"
