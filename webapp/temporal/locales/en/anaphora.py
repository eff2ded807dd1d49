"""Dates that lean on one named before: "that week", "the next morning", "the first day of June"."""

from __future__ import annotations

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import (
    CalendarDate,
    ClockTime,
    Expression,
    From,
    Lasting,
    NthOf,
)
from webapp.temporal.locales.en.counts import UNIT, narrowed, this
from webapp.temporal.locales.en.relative import ends_clause

RULES = RuleSet("anaphora")
rule = RULES.rule


@rule(
    "<early:e>? ( that | the? ( very )? same ) ( very | same )? {calendar:u}",
    examples={"[that year]": "2024", "[the same day]": "2024-11-20", "[later that year]": "2024"},
    counter=("the same old story",),
)
def same_unit(s: Slots) -> Expression:
    return narrowed(s, this(UNIT[s.text("calendar", "u")], 0, From.MENTION))


@rule(
    "<early:e>? ( the | that | each | one ) ( next:d | following:d | previous:d | same:d )? {daypart:p}",
    examples={"[the next morning]": "2024-11-21TMO", "[that night]": "2024-11-20TNI"},
    counter=("the morning paper",),
)
def same_daypart(s: Slots) -> Expression | None:
    step = {"next": 1, "following": 1, "previous": -1}.get(s.word("d"), 0)
    first = s.words("all")
    if (
        not s.has("d")
        and "that" not in first
        and s.before()
        not in ("in", "during", "on", "by", "of", "until", "late", "early", "for", "into", "through")
        and s.after() != "of"
    ):
        return None
    return narrowed(s, ClockTime(part=s.text("daypart", "p"), on=this(G.DAY, step, From.MENTION)))


@rule(
    "<early:e>? ( the ( entire | whole | full )? | full | fiscal | the full | the fiscal ) "
    "{calendar:u} ( itself )?",
    examples={"[the quarter]": "2024-Q3", "[the year]": "2024", "by [the end of the month]": "2024-11"},
    counter=("the day of reckoning", "year"),
)
def the_unit(s: Slots) -> Expression | None:
    unit = UNIT[s.text("calendar", "u")]
    if unit is G.QUARTER and s.after() in ("ended", "ending"):
        return _quarter_ended(s) or this(unit, 0, From.EITHER)
    if unit is G.YEAR and s.after() in ("ended", "ending"):
        return _year_ended(s) or this(unit, 0, From.EITHER)
    if s.after() == "of" and unit is G.WEEK and s.lexicon.value("month", s.after(2)):
        return this(unit, 0, From.MENTION)
    if s.after() in ("of", "-", "before", "after", "when", "that", "he", "she", "they") and not s.has("e"):
        return None
    if (unit >= G.DECADE and not s.has("e")) or unit is G.DAY:
        return None
    return narrowed(s, this(unit, 0, From.MENTION if unit <= G.DAY else From.EITHER))


def _year_ended(s: Slots) -> Expression | None:
    """ "The year ending June 30, 1990" is the business year 1990."""
    if s.lexicon.value("month", s.after(2)) is None:
        return None
    year = next((s.after(n) for n in (3, 5) if len(s.after(n)) == 4 and s.after(n).isdigit()), "")
    return CalendarDate(G.YEAR, int(year)) if year else None


def _quarter_ended(s: Slots) -> Expression | None:
    """ "The quarter ended July 31" began in May: it is the calendar's quarter that holds most of it."""
    month = s.lexicon.value("month", s.after(2))
    if not isinstance(month, int):
        return None
    return CalendarDate(G.QUARTER, part=f"Q{((month - 2) % 12) // 3 + 1}")


@rule(
    "the {calendar:u} ( {before|after|following|later:d} )",
    examples={"He left [the day before].": "2024-11-19"},
    counter=("the day before the storm",),
)
def the_unit_before(s: Slots) -> Expression | None:
    begun = any(s.lexicon.value(c, s.after()) is not None for c in ("determiner", "step"))
    alone = s.word("d") == "following" and s.after_raw().islower() and not begun
    if not (ends_clause(s) or alone):
        return None
    return this(UNIT[s.text("calendar", "u")], -1 if s.value("before", "d") else 1, From.MENTION)


@rule(
    "( the | {article} ) {calendar|daypart:u}",
    examples={"[the day before the summit]": "P1D"},
    counter=("the day he left", "the week before"),
)
def the_day_before(s: Slots) -> Expression | None:
    """Kept only where "before" or "after" and an event follow."""
    if s.after() not in ("before", "after", "prior", "following", "ahead"):
        return None
    return Lasting(Duration.of(UNIT.get(s.text("calendar", "u"), G.DAY)))


@rule(
    "<early:e>? the? ( <rank:n> | opening:open ) {calendar:u} of ( the? {calendar:of} | {month:m} ( "
    "( of | , )? {year:y} )? | {year:y} | the? {step:step} {calendar:of} )",
    examples={
        "the first week of June": "2024-W23",
        "the last day of 1999": "1999-12-31",
        "the second day of the month": "2024-11-02",
    },
    counter=("the first of many",),
)
def nth_of(s: Slots) -> Expression | None:
    unit = UNIT[s.text("calendar", "u")]
    n = 1 if s.has("open") else s.ordinal("n") or 0
    whole: Expression
    if s.has("m"):
        whole = CalendarDate(G.MONTH, s.integer("y"), s.number("month", "m"))
    elif s.has("y"):
        whole = CalendarDate(G.YEAR, s.integer("y"))
    elif s.has("step"):
        whole = this(UNIT[s.text("calendar", "of")], s.number("step", "step") or 0, From.PUBLICATION)
    else:
        whole = this(UNIT[s.text("calendar", "of")], 0, From.MENTION)
    return narrowed(s, NthOf(n, unit, whole))


@rule(
    "the ( <rank:n> | opening:open ) {calendar:u}",
    examples={"[the second day of the siege]": "XXXX-XX-XX"},
    counter=("the second day he left",),
)
def nth_of_event(s: Slots) -> Expression | None:
    """Kept only where an event follows: "the second day of the siege"."""
    rank = 1 if s.has("open") else s.ordinal("n")
    if s.after() != "of" or rank is None or rank < 1:
        return None
    return NthOf(rank, UNIT[s.text("calendar", "u")])
