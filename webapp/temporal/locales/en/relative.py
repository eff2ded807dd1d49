"""Dates told from another date: "yesterday", "last week", "two days ago", "three days later"."""

from __future__ import annotations

from fractions import Fraction

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import (
    CalendarDate,
    ClockTime,
    Expression,
    From,
    Named,
    Shift,
)
from webapp.temporal.locales.en.counts import UNIT, duration_of, hedged, narrowed, this, unit_of

RULES = RuleSet("relative")
rule = RULES.rule


@rule(
    "<early:e>? {today:t}",
    examples={"[yesterday]": "2024-11-19", "[tomorrow]": "2024-11-21", "[late yesterday]": "2024-11-19"},
    counter=("yesteryear",),
)
def today(s: Slots) -> Expression | None:
    if s.raw("all")[0].isupper() and s.before_raw()[:1].isupper():
        return None  # a paper's or a programme's name
    step = s.number("today", "t") or 0
    return narrowed(s, this(G.DAY, step, From.PUBLICATION))


@rule(
    "the? day ( before:b | after:a ) {today:t}",
    examples={"the day before yesterday": "2024-11-18", "the day after tomorrow": "2024-11-22"},
    counter=("the day after",),
)
def day_before_yesterday(s: Slots) -> Expression:
    step = (s.number("today", "t") or 0) + (-1 if s.has("b") else 1)
    return Shift(Duration.of(G.DAY, abs(step)), (step > 0) - (step < 0), From.PUBLICATION, G.DAY)


@rule(
    "the {calendar:u} ( before last:b | after next )",
    examples={"the year before last": "2022", "the week after next": "2024-W49"},
    counter=("the year before", "the day before last Tuesday"),
    rank=1,
)
def unit_before_last(s: Slots) -> Expression | None:
    if any(
        s.lexicon.value(name, s.after()) is not None for name in ("weekday", "month", "season", "calendar")
    ):
        return None  # "the day before last Tuesday"
    unit = UNIT[s.text("calendar", "u")]
    return Shift(Duration.of(unit, 2), -1 if s.has("b") else 1, From.PUBLICATION, unit, calendar=True)


def told_by(unit: G) -> G:
    """How exactly "so many units ago" is said: a decade ago is a year, an hour ago a time of day."""
    return G.YEAR if unit > G.YEAR else unit


@rule(
    "<hedge:h>? <count:n> {filler:f}? -? {unit|units:u} ( or ( so | more ) )? ago ( {today:t} )?",
    examples={
        "two days ago": "2024-11-18",
        "about two years ago": "2022",
        "a week or so ago": "2024-W46",
        "a decade ago": "2014",
        "Eighty years ago today": "1944-11-20",
        "a few weeks ago": "PAST_REF",
    },
    counter=("two days and long ago",),
)
def duration_ago(s: Slots) -> Expression:
    duration = duration_of(s)
    granularity = G.DAY if s.has("t") else told_by(duration.unit)
    return hedged(s, Shift(duration, -1, From.PUBLICATION, granularity))


@rule(
    "( {units:u} | some time:l ) ago",
    examples={"[months ago]": "PAST_REF"},
    counter=("ago",),
)
def vaguely_ago(s: Slots) -> Expression:
    unit = G.YEAR if s.has("l") else unit_of(s)
    return Shift(Duration(unit, None), -1, From.PUBLICATION, told_by(unit))


@rule(
    "<hedge:h>? <count:n> {filler:f}? -? {unit|units:u} ( {before|later:d} | later:d on | from:d ( "
    "now | today ) | since:d )",
    examples={
        "the battle of 3 May 1916. [Three days later]": "1916-05-06",
        "[two months earlier]": "2024-09",
        "[three weeks from now]": "2024-W50",
    },
    counter=("two days before the talks", "three years after he left"),
)
def duration_later(s: Slots) -> Expression | None:
    duration, word = duration_of(s), s.word("d")
    if word in ("before", "after", "since", "prior") and not ends_clause(s):
        return None
    anchor = From.PUBLICATION if word in ("from", "hence") else From.EITHER
    sign = -1 if s.value("before", "d") else 1
    return hedged(s, Shift(duration, sign, anchor, told_by(duration.unit)))


def ends_clause(s: Slots) -> bool:
    """ "two years before." tells from what was said; "two years before the war" from the war."""
    following = s.after()
    return not following[:1].isalnum() or s.lexicon.value("clause_end", following) is not None


@rule(
    "<early:e>? ( the | its | their | this | {step} of )? "
    "{piece_step:d} ( {filler} | full )? "
    "{calendar|semester|millennium:u} ( or ( so | two ) )?",
    examples={
        "[last year]": "2023",
        "[this week]": "2024-W47",
        "[early next month]": "2024-12",
        "[the current quarter]": "2024-Q4",
        "[the following year]": "2025",
        "[the end of this year]": "2024",
    },
    counter=("the last of the year's goods", "next door"),
)
def step_unit(s: Slots) -> Expression | None:
    if s.raw("u")[0].isupper() and not s.raw("all").isupper() and s.before() in ('"', "“", "''", "‘", "`"):
        return None  # a programme's name
    word, unit = s.word("d"), unit_of(s) if s.value("unit", "u") else UNIT[s.text("calendar", "u")]
    if unit is G.DAY and word in _NOT_OF_DAYS:
        return None
    if word == "latest" and unit is G.QUARTER:
        return Shift(Duration(G.QUARTER, Fraction(0)), 0, From.EITHER, G.QUARTER)
    # "The past decade" is the ten years that are ending, not the calendar's decade before.
    ending = unit is G.DECADE and word in ("last", "past")
    sign = 0 if ending else s.number("piece_step", "d") or 0
    told = s.value("told_from_text", "d") is not None or (word == "next" and s.words("all")[0] == "the")
    told = told or (word == "this" and unit is G.DAY)
    return narrowed(s, this(unit, sign, From.MENTION if told else From.PUBLICATION))


_NOT_OF_DAYS = frozenset(("last", "current", "past", "latest"))


@rule(
    "<early:e>? the? this? {step|following:d} ( {month:m} | {season|fall:m} | {daypart:p} )",
    examples={
        "[last June]": "2024-06",
        "[next March]": "2025-03",
        "[this summer]": "2024-SU",
        "[this morning]": "2024-11-20TMO",
        "[last night]": "2024-11-19TNI",
    },
    counter=("next marching band",),
)
def step_month_or_season(s: Slots) -> Expression | None:
    step = 1 if s.word("d") == "following" else s.number("step", "d") or 0
    words = s.words("all")
    if words[0] == "the" and s.word("d") not in ("next", "following", "previous"):
        return None
    if s.has("p"):
        day = this(G.DAY, step, From.MENTION if step > 0 else From.PUBLICATION)
        return narrowed(s, ClockTime(part=s.text("daypart", "p"), on=day))
    month = s.number("month", "m")
    season = CalendarDate(G.SEASON, part=s.text("season", "m") or s.text("fall", "m"))
    date = CalendarDate(G.MONTH, month=month) if month else season
    told = s.value("told_from_text", "d") is not None or (words[0] == "the" and s.word("d") == "next")
    return narrowed(s, Named("step", step, date, From.MENTION if told else From.PUBLICATION))


@rule(
    "{units:u} ( {before|later:d} )",
    examples={"[months later]": "FUTURE_REF", "[days earlier]": "PAST_REF"},
    counter=("the days of yore",),
)
def units_later(s: Slots) -> Expression | None:
    if s.word("d") in ("before", "after", "prior") and not ends_clause(s):
        return None
    unit = unit_of(s)
    return Shift(Duration(unit, None), -1 if s.value("before", "d") else 1, From.EITHER, told_by(unit))
