"""Two dates that share their words: each end is an expression of its own."""

from __future__ import annotations

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import Parts, RuleSet, Slots
from webapp.temporal.expression import Between, CalendarDate, ClockTime
from webapp.temporal.locales.en.said import year_of

RULES = RuleSet("ranges", fragments={"dash": "( - - | - | – | — | to | and | until | through | / | or )"})
rule = RULES.rule


@rule(
    "( {monthday|monthnth} ):a <dash> ( {monthday|monthnth:d} of? "
    "( {short_month:m} . ,? {year:y} | {month:m} ( ,? {year:y} )? ) ):b",
    examples={"9–12 May 1940": "1940-05-09 1940-05-12"},
    counter=("9-12 men",),
    rank=1,
)
def days_of_month(s: Slots) -> Parts | None:
    return _two_days(s)


@rule(
    "( <month_name:m> {monthday|monthnth:d1} ):a <dash> ( {monthday|monthnth:d} ( ,? {year:y} )? ):b",
    examples={"May 9-12, 1940": "1940-05-09 1940-05-12"},
    counter=("May 9 and 12 men", "March 12 to 5 April"),
)
def month_days(s: Slots) -> Parts | None:
    if (
        s.lexicon.value("counted", s.after())
        or s.lexicon.value("month", s.after())
        or s.lexicon.value("units", s.after())
    ):
        return None
    if s.after_raw()[:1].islower() and s.after()[-1:] == "s" and s.after() not in ("was", "has", "as", "is"):
        return None
    return _two_days(s)


def _two_days(s: Slots) -> Parts | None:
    month, year = s.number("month", "m"), year_of(s)
    days = (s.integer("d1") if s.has("d1") else s.integer("a"), s.integer("d"))
    if None in days or max(d or 0 for d in days) > 31:
        return None
    a, b = (CalendarDate(G.DAY, year, month, day) for day in days)
    return (("a", a), ("b", b))


@rule(
    "( {month:m1} ):a ( - | – | — | to | and | through | / ) ( {month:m} of? {year:y} ):b",
    examples={"March to May 2010": "2010-03 2010-05"},
    counter=("March and the May of 2010",),
    rank=1,
)
def months_of_year(s: Slots) -> Parts | None:
    year = year_of(s)
    a, b = s.number("month", "m1") or 1, s.number("month", "m") or 1
    first = CalendarDate(G.MONTH, year if a <= b or year is None else year - 1, a)
    return (("a", first), ("b", CalendarDate(G.MONTH, year, b)))


@rule(
    "( {year:y} ):a ( - | – | — | / ) ( {low:s} | {year:z} ):b",
    examples={"1914–18": "1914 1918", "1939-1945": "1939 1945"},
    counter=("2010-09",),
    rank=1,
)
def years(s: Slots) -> Parts | None:
    first, last = s.integer("y") or 0, s.integer("b") or 0
    if s.has("s"):
        if len(s.word("s")) != 2:
            return None
        last += first - first % 100
    if not first < last < first + 200 or last > 2100 or s.after() in ("-", "/"):
        return None
    return (("a", CalendarDate(G.YEAR, first)), ("b", CalendarDate(G.YEAR, last)))


@rule(
    "the {year:y} ( - | – | / ) ( {low:s} | {year:s} ) ( season | ( school | academic | fiscal ) year | term )",
    examples={"[the 1994-95 season]": "1994", "[the 2009/10 school year]": "2009"},
    counter=("the 1994-98 war", "the 1914-18 season"),
    rank=2,
)
def season_over_new_year(s: Slots) -> Between | None:
    """It lasts from within one year into the next."""
    first, last = s.integer("y") or 0, s.integer("s") or 0
    if last not in (first + 1, (first + 1) % 100):
        return None
    return Between(CalendarDate(G.YEAR, first), CalendarDate(G.YEAR, first + 1))


@rule(
    "( <early>? <rank:m> ):a ( - | – | to | and | or ) ( <early>? <rank:n> centuries {era:era}? ):b",
    examples={"the 18th and 19th centuries": "17 18", "the [5th] and [4th centuries BC]": "BC04 BC03"},
    counter=("the first and second men",),
    rank=1,
)
def centuries(s: Slots) -> Parts | None:
    ranks = [s.ordinal(slot) for slot in ("m", "n")]
    if any(rank is None or not 0 < rank < 60 for rank in ranks):
        return None
    before = s.has("era") and s.number("era", "era") == -1
    a, b = (-(r or 0) * 100 + 1 if before else ((r or 0) - 1) * 100 for r in ranks)
    return (("a", CalendarDate(G.CENTURY, a)), ("b", CalendarDate(G.CENTURY, b)))


@rule(
    "( {hour|clock:t} ):a ( - | – | to | and ) ( {hour|clock:c} {meridiem:p} ):b",
    examples={"9–11 a.m.": "2024-11-20T09:00 2024-11-20T11:00"},
    counter=("9 and 11 men",),
    rank=1,
)
def hours_of_day(s: Slots) -> Parts | None:
    """The first shares the second's half of the day, unless it would then come after it."""
    first, last = _minutes(s.word("t")), _minutes(s.word("c"))
    if first is None or last is None:
        return None
    last += 60 * (s.number("meridiem", "p") or 0)
    first += 720 if first + 720 < last else 0
    return (("a", ClockTime(first)), ("b", ClockTime(last)))


def _minutes(text: str) -> int | None:
    hour, _, minute = text.partition(":")
    hours = int(hour)
    return hours % 12 * 60 + int(minute[:2] or 0) if 1 <= hours <= 12 else None


@rule(
    "( {int:y} ):a ( - | – | — | to | and ) ( {int:z} {era:era} ):b",
    examples={"218–201 BC": "BC0218 BC0201"},
    counter=("20 to 30 people",),
    rank=1,
)
def years_of_era(s: Slots) -> Parts | None:
    first, last = s.integer("y") or 0, s.integer("z") or 0
    if s.number("era", "era") == 1:
        return (("a", CalendarDate(G.YEAR, first)), ("b", CalendarDate(G.YEAR, last)))
    return (("a", CalendarDate(G.YEAR, 1 - first)), ("b", CalendarDate(G.YEAR, 1 - last)))
