"""Decades, centuries, and years before Christ."""

from __future__ import annotations

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import CalendarDate, Expression, From, Shift
from webapp.temporal.locales.en.counts import hedged, narrowed

RULES = RuleSet("historic")
rule = RULES.rule


@rule(
    "<hedge:h>? <early:e>? the? ( {int:y} {era:era} | {era:era} {int:y} )",
    examples={"44 BC": "BC0044", "AD 79": "0079", "about 12,000 BC": "BC12000"},
    counter=("44 BCD", "the ad 2000"),
    rank=1,
)
def year_of_era(s: Slots) -> Expression | None:
    year = int("".join(s.word("y").split(",")))
    if s.raw("era").islower() or year == 0:
        return None
    before = s.number("era", "era") == -1
    return hedged(s, narrowed(s, CalendarDate(G.YEAR, 1 - year if before else year)))


@rule(
    "<hedge:h>? {digits:y} {era:era}",
    examples={"12,000 BC": "BC12000"},
    counter=("1.5 BC",),
)
def large_year_of_era(s: Slots) -> Expression | None:
    digits = s.word("y").replace(",", "")
    if not digits.isdigit() or s.number("era", "era") != -1 or not int(digits):
        return None
    return hedged(s, CalendarDate(G.YEAR, 1 - int(digits)))


@rule(
    "<early:e>? the? ( <rank:n> ) -? century {era:era}?",
    examples={"the 19th century": "18", "the fifth century BC": "BC04", "early twenty-first century": "20"},
    counter=("a century of years",),
)
def nth_century(s: Slots) -> Expression | None:
    rank = s.ordinal("n")
    if rank is None or not 0 < rank < 60:
        return None
    before = s.has("era") and s.number("era", "era") == -1
    return narrowed(s, CalendarDate(G.CENTURY, -rank * 100 + 1 if before else (rank - 1) * 100))


@rule(
    "( the? ( first | last | second ):hq half of )? <early:e>? the? ( mid - )? ( {decade:d} | "
    "{short_decade:s} | {decade_word:w} | ( nineteen | eighteen ):c -? {decade_word:w} )",
    examples={"the 1960s": "196", "the late '80s": "198", "[the nineties]": "199", "early 1980s": "198"},
    counter=("she is in her sixties", "80s"),
)
def decade(s: Slots) -> Expression | None:
    if s.has("d"):
        year = s.integer("d") or 0
        granularity = G.CENTURY if year % 100 == 0 and year < 1900 else G.DECADE
        return narrowed(s, CalendarDate(granularity, year))
    if s.has("s"):
        if (
            s.raw("s")[0].isdigit()
            and s.before() not in ("the", "early", "late", "mid", "-")
            and s.words("all")[0] != "the"
        ):
            return None
        return narrowed(s, CalendarDate(G.DECADE, s.integer("s"), short=True))
    if s.has("c"):
        century = 1900 if s.word("c") == "nineteen" else 1800
        return narrowed(s, CalendarDate(G.DECADE, century + (s.number("decade_word", "w") or 0)))
    if "the" not in s.words("all") or s.after() in ("of",):
        return None
    return narrowed(s, CalendarDate(G.DECADE, s.number("decade_word", "w"), short=True))


@rule(
    "<early:e>? ( this:d | last:d | next:d | the ( last:d | current:d | next:d | new:d ) ) century",
    examples={"this century": "20", "the last century": "19"},
    counter=("a century",),
)
def this_century(s: Slots) -> Expression:
    step = {"last": -1, "next": 1}.get(s.word("d"), 0)
    return narrowed(s, Shift(Duration.of(G.CENTURY, abs(step)), step, From.PUBLICATION, G.CENTURY))
