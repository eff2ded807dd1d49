"""Times that recur."""

from __future__ import annotations

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import CalendarDate, ClockTime, Every, Expression, Weekday
from webapp.temporal.locales.en.counts import duration_of, unit_of

RULES = RuleSet("sets")
rule = RULES.rule

_WORDS = {
    "P1D": Duration.of(G.DAY),
    "P1W": Duration.of(G.WEEK),
    "P2W": Duration.of(G.WEEK, 2),
    "P1M": Duration.of(G.MONTH),
    "P2M": Duration.of(G.MONTH, 2),
    "P1Q": Duration.of(G.QUARTER),
    "P1Y": Duration.of(G.YEAR),
    "PT1H": Duration.of(G.HOUR),
}


@rule(
    "{set_word:w}",
    examples={"[daily]": "P1D", "[annually]": "P1Y"},
    counter=("the Daily Mail", "dailies"),
)
def set_word(s: Slots) -> Expression | None:
    if s.raw("w")[0].isupper() and s.before() not in ("", ".", "\n\n"):
        return None
    return Every(_WORDS[s.text("set_word", "w")])


@rule(
    "( every:q | each:q ) ( other:o | <count:n> | single )? {unit|units:u} ( of the {calendar} )?",
    examples={"every day": "P1D", "each year": "P1Y", "every two weeks": "P2W"},
    counter=("every man",),
)
def every_unit(s: Slots) -> Expression | None:
    if s.word("u") == "second" and not s.has("n"):
        return None
    duration = duration_of(s) if s.has("n") else Duration.of(unit_of(s), 2 if s.has("o") else 1)
    return Every(duration, quant=s.word("q").upper())


@rule(
    "( every:q | each:q ) ( {weekday:w} | {month:m} | {season:p} | {daypart:d} )",
    examples={"every Monday": "XXXX-WXX-1", "each July": "XXXX-07", "every summer": "XXXX-SU"},
    counter=("every mayor",),
)
def every_named(s: Slots) -> Expression:
    on: Expression
    if s.has("w"):
        on = Weekday(s.number("weekday", "w") or 0)
    elif s.has("m"):
        on = CalendarDate(G.MONTH, month=s.number("month", "m"))
    elif s.has("p"):
        on = CalendarDate(G.SEASON, part=s.text("season", "p"))
    else:
        on = ClockTime(part=s.text("daypart", "d"))
    return Every(on=on, quant=s.word("q").upper())


@rule(
    "( {weekdays:w} | {weekday:w} {dayparts:d} )",
    examples={"on [Sundays]": "XXXX-WXX-7", "[Monday nights]": "XXXX-WXX-1TNI"},
    counter=("Sunday's game",),
)
def weekdays(s: Slots) -> Expression:
    day = s.number("weekdays", "w")
    on = Weekday(s.number("weekday", "w") or 0 if day is None else day)
    return Every(on=ClockTime(part=s.text("dayparts", "d"), on=on) if s.has("d") else on)
