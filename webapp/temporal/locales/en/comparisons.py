"""The stretch that results are compared with: "a year earlier", "the latest quarter"."""

from __future__ import annotations

from fractions import Fraction

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import (
    CalendarDate,
    Expression,
    From,
    Lasting,
    Shift,
)
from webapp.temporal.locales.en.counts import this

RULES = RuleSet("comparisons")
rule = RULES.rule


@rule(
    "<early:e>? ( the | its )? ( comparable | corresponding | same | like )? ( year - ? ( ago | "
    "earlier ) | last year 's ) ( {unit_ordinal:q} )? -? ( quarter:quarter | period:period | "
    "month:mo | week:week | nine months:nm | six months:nm )",
    examples={"the year-earlier quarter": "2023-Q4", "the year-ago period": "2023-Q4"},
    counter=("a year of plenty",),
)
def year_earlier_period(s: Slots) -> Expression | None:
    if s.has("nm"):
        return Lasting(Duration.of(G.MONTH, 9 if "nine" in s.words("nm") else 6))
    back = Shift(Duration.of(G.YEAR, 1), -1, From.EITHER, G.YEAR)
    if s.has("q") and s.has("quarter"):
        return CalendarDate(G.QUARTER, part=f"Q{s.number('unit_ordinal', 'q')}", of=back)
    unit = G.MONTH if s.has("mo") else G.WEEK if s.has("week") else G.QUARTER
    return Shift(Duration.of(G.YEAR, 1), -1, From.EITHER, unit)


@rule(
    "year - ( ago | earlier )",
    examples={"the [year-earlier] loss": "2023"},
    counter=("year-end",),
)
def year_earlier(_: Slots) -> Expression:
    return Shift(Duration.of(G.YEAR, 1), -1, From.EITHER, G.YEAR)


@rule(
    "the ( latest:l | {year:y} | corresponding | comparable | same )? ( period:p | quarter ) ( last "
    "year:ly | {article} year ( earlier:ly | ago:ly ) )?",
    examples={"the latest period": "2024-Q3", "the same period last year": "2023-Q4"},
    counter=("the latest fashion",),
)
def latest_period(s: Slots) -> Expression | None:
    if len(s.words("all")) == 2:
        return None
    if s.has("ly"):
        return Shift(Duration.of(G.YEAR, 1), -1, From.EITHER, G.QUARTER)
    if s.has("y"):
        return CalendarDate(G.QUARTER, s.integer("y"), part="Q?")
    if s.has("l"):
        return Shift(Duration(G.QUARTER, Fraction(0)), 0, From.EITHER, G.QUARTER)
    return this(G.QUARTER, 0, From.MENTION)
