"""Days and months by their calendar names."""

from __future__ import annotations

import re

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.period import is_day
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import (
    CalendarDate,
    Expression,
    From,
    Named,
    NthOf,
)
from webapp.temporal.locales.en.counts import hedged, narrowed, this
from webapp.temporal.locales.en.said import is_short, year_of, year_said

RULES = RuleSet(
    "dates",
    fragments={
        "spoken_year": "( ( nineteen | eighteen | seventeen | twenty ) ( {tens} -? {small} | {tens} "
        "| {teen} | oh {small} ) | two thousand ( and? ( {small} | {teen} ) )? )",
        "day": "( {monthday} | {monthnth} | {ordinal} )",
        # A full stop belongs to an abbreviation only: "Nov. 4", but not "in June. 4 men".
        "month_name": "( {short_month} . | {month} )",
        "any_month": "( {short_month} . | {month|low_month} )",
        "weekday_name": "( {short_weekday} . | {weekday} )",
    },
)
rule = RULES.rule


_LOW = frozenset(("may", "march", "mar", "dec"))


def _date(s: Slots) -> CalendarDate | None:
    month = s.number("month", "m")
    if s.raw("m") in _LOW and not s.has("y"):
        return None
    day = s.ordinal("d") if s.has("d") else None
    year = year_of(s)
    if day is not None and not is_day(2000 if year is None else year, month or 0, day):
        return None
    return CalendarDate(
        G.MONTH if day is None else G.DAY,
        year,
        month,
        day,
        short=is_short(s),
        of=year_said(s),
        weekday=s.number("weekday", "w"),
    )


@rule(
    "<early:e>? <hedge:h>? ( ( the | this )? {step:st}? <weekday_name:w> ,? ( on the )? | {step:st} )? "
    "<any_month:m> the? <day:d> "
    "( ( ,? ( of | in )? ,? {year|short_year:y} ) | ( ,? ( of | in )? the? {step|following:ys} year )"
    " | ( ,? of ( that:yt | the same:yt ) year ) )?",
    examples={
        "November 15, 2024": "2024-11-15",
        "Friday, Nov. 15": "2024-11-15",
        "February 23 next year": "2025-02-23",
        "March 3rd": "2025-03-03",
        "around May 9, 1997": "1997-05-09",
        "march 3, 1997": "1997-03-03",
    },
    counter=("May 41", "the march of 15,000 people"),
)
def month_day_year(s: Slots) -> Expression | None:
    date = _date(s)
    if date is None or _is_count(s, date):
        return None
    said = Named("step", s.number("step", "st"), date) if s.has("st") and date.year is None else date
    return hedged(s, narrowed(s, said))


def _is_count(s: Slots, date: CalendarDate) -> bool:
    """ "the March 10 percent rise": the number counts something."""
    if s.word("d")[0].isalpha() and s.raw("d")[0].isupper():
        return True  # "the end of May the Second Army"
    return date.year is None and s.word("d").isdigit() and s.after() in ("percent", "%", "million", "billion")


@rule(
    "<early:e>? <hedge:h>? ( <weekday_name:w> ,? ( on the )? )? the? ( "
    "{monthday|monthnth|unit_ordinal:d} ) ( day )? of? "
    "( {short_month:m} . ,? ( of | in )? ,? {year|short_year:y} | {month|low_month:m} "
    "( ( ,? ( of | in )? ,? {year|short_year:y} ) | ( ,? ( of | in )? the? {step|following:ys} year )"
    " | ( ,? of ( that:yt | the same:yt ) year ) )? )",
    examples={
        "15 November 2024": "2024-11-15",
        "the 3rd of March": "2025-03-03",
        "Monday 18 November": "2024-11-18",
        "9 May of that year": "2024-05-09",
    },
    counter=("10 may be enough", "31 June"),
)
def day_month_year(s: Slots) -> Expression | None:
    date = _date(s)
    if date is None or (
        s.word("d") in ("second", "first") and not s.has("y") and s.before() not in ("the", "on")
    ):
        return None
    return hedged(s, narrowed(s, date))


@rule(
    "<early:e>? <hedge:h>? <month_name:m> ( ( ,? ( of | in )? {year|short_year:y} ) | <spoken_year:y> "
    "| ( ,? ( of | in )? the? {step|following:ys} year ) | ( ,? of ( that:yt | the same:yt ) year ) )",
    examples={
        "January 1943": "1943-01",
        "late June 1998": "1998-06",
        "March of this year": "2024-03",
        "October nineteen ninety-seven": "1997-10",
        "Dec. '97": "1997-12",
        "June last year": "2023-06",
    },
    counter=("may this year be kind",),
)
def month_year(s: Slots) -> Expression | None:
    return hedged(s, narrowed(s, _date(s) or CalendarDate(G.MONTH, month=1)))


_BARE_RISK = frozenset(("may", "march", "mar", "dec", "jan", "june", "april", "august"))


@rule(
    "<early:e>? <hedge:h>? {month:m}",
    examples={
        "in [June]": "2024-06",
        "[mid-October]": "2024-10",
        "by [the end of September]": "2024-09",
        "[early March]": "2025-03",
        "the [May] election": "2024-05",
    },
    counter=("she may have", "the March through the town", "May I come", "April Jones said"),
)
def bare_month(s: Slots) -> Expression | None:
    if not s.has("e") and _is_doubtful_month(s):
        return None
    return hedged(s, narrowed(s, CalendarDate(G.MONTH, month=s.number("month", "m"))))


def _is_doubtful_month(s: Slots) -> bool:
    """Months that are verbs or first names need a preposition before them."""
    word, before = s.word("m"), s.before()
    if s.after() in ("-", "–", "—") and s.lexicon.value("month", s.after(2)) is not None:
        return False
    known = s.lexicon.value("time_preposition", before) is not None and before not in ("the", "to", "or", "(")
    if known and not (before in (",", "and") and s.lexicon.value("month", s.before(2)) is None):
        return False
    if word in ("may", "march", "mar", "dec"):
        return not _is_before_noun(s)
    following = s.after_raw()
    return word in _BARE_RISK and following[:1].isupper() and s.lexicon.value("weekday", following) is None


def _is_before_noun(s: Slots) -> bool:
    """ "The May election", but not "the March on Rome"."""
    following = s.after_raw()
    in_use = any(
        s.lexicon.value(name, following) is not None for name in ("function_word", "time_preposition")
    )
    return s.before() in ("the", "a", "its") and following.islower() and following.isalpha() and not in_use


@rule(
    "{iso|slashed:d}",
    examples={"2024-11-15": "2024-11-15", "11/15/1998": "1998-11-15", "15.11.2024": "2024-11-15"},
    counter=("1/2", "99/99/99"),
)
def numeric_date(s: Slots) -> Expression | None:
    fields = [int(f) for f in re.split(r"[-/.t]", s.word("d"))[:3]]
    order = ""
    if len(re.split(r"\D", s.word("d"))[0]) == 4:
        year, month, day = fields
    else:
        month, day, year = fields
        order = _order(s.word("d"), month, day)
        if order == "day_first":
            month, day = day, month
    if not is_day(year, month, day):
        return None
    return CalendarDate(G.DAY, year, month, day, short=year < 100, order=order)


def _order(word: str, first: int, second: int) -> str:
    """ "15.11.2024" and "15/11/2024" begin with the day; of "04/05/2024" other dates have to tell."""
    if "." in word or first > 12:
        return "day_first"
    return "month_first" if second > 12 or first == second else "either"


@rule(
    "{fraction:f} {month:m} ( ,? {year:y} )?",
    examples={"on [3/4 May 1943]": "1943-05-03"},
    counter=("1/4 March hare",),
)
def night_between_days(s: Slots) -> Expression | None:
    """Nights are named by both their days."""
    first, last = (int(day) for day in s.word("f").split("/"))
    month = s.number("month", "m") or 0
    if last != first + 1 or not is_day(2000, month, last):
        return None
    return CalendarDate(G.DAY, year_of(s), month, first)


@rule(
    "{monthnth:d} ( of the month )?",
    examples={"on the [14th]": "2024-11-14"},
    counter=("the 14th floor", "his 21st birthday"),
)
def day_of_this_month(s: Slots) -> Expression | None:
    if s.before() != "the" or s.before(2) not in ("on", "by", "until", "from", "before", "after"):
        return None
    if s.after_raw()[:1].isalpha() and s.after() not in _AFTER_DAY and "of" not in s.words("all"):
        return None
    return NthOf(s.integer("d") or 1, G.DAY, this(G.MONTH, 0, From.EITHER))


_AFTER_DAY = frozenset(
    [
        "and",
        "to",
        "the",
        "a",
        "he",
        "she",
        "it",
        "they",
        "we",
        "was",
        "were",
        "had",
        "when",
        "at",
        "in",
        "for",
        "with",
    ]
)
