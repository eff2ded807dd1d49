"""Fragments that the rules share: counts, hedges, and what narrows a date."""

from __future__ import annotations

from fractions import Fraction

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import Expression, From, Modified, Shift

RULES = RuleSet(
    "counts",
    fragments={
        # "two and a half", "twenty-four", "1,500", "a hundred and twenty", "2 1/2"
        "exact": "( {digits} ( {fraction} | and a half )? ( {magnitude} )? "
        "| {tens} -? {small} | {number} ( and a half )? "
        "| ( {number} | {article} )? {magnitude} ( and? ( {tens} -? {small} | {number} | {digits} ) )? )",
        "count": "( the? <exact> ( ( to | or | - | – ) <exact> )? | {article} ( couple of? | few | "
        "pair of )"
        " | the? couple of? | {vague} ( hundred | thousand | dozen )? | ( dozens | scores | hundreds "
        "| thousands ) of"
        " | half {article} | {article} half - | another | {article} )",
        "hedge": "( circa | c . | ca . | about | around | nearly | almost | approximately | roughly "
        "| some | under"
        " | ( more | less | fewer | longer ) than | at ( least | most ) | up to | no ( more | less ) than"
        " | close to | {article} mere )",
        "early": "( the? very? {early} ( - | part of the? | in the? )?"
        " | the? {edge} ( of the? ( rest of the? )? ) | ( the | {article} )? ( first | last | latter "
        "| better | good | early | later ) part of the? | sometime )",
        "rank": "( {tens} - {ordinal} | {ordinal} | {nth} )",
    },
)

UNIT = {
    "second": Granularity.SECOND,
    "minute": Granularity.MINUTE,
    "hour": Granularity.HOUR,
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "weekend": Granularity.WEEKEND,
    "fortnight": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "half": Granularity.HALF,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
    "millennium": Granularity.MILLENNIUM,
}
_HEDGES = {
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "over": "MORE_THAN",
    "more": "MORE_THAN",
    "longer": "MORE_THAN",
    "up": "EQUAL_OR_LESS",
    "within": "EQUAL_OR_LESS",
    "most": "EQUAL_OR_LESS",
    "least": "EQUAL_OR_MORE",
}


def unit_of(s: Slots, slot: str = "u") -> Granularity:
    """The unit a slot names: "weeks" is WEEK."""
    return UNIT[s.text("unit", slot) or s.text("units", slot)]


def duration_of(s: Slots, count: str = "n", unit: str = "u") -> Duration:
    """The length that the slots `n` and `u` say."""
    number = s.count(count) if s.has(count) else None
    if number is not None and s.word(unit).startswith("fortnight"):
        number *= 2
    return Duration(unit_of(s, unit), number)


def hedge_mod(words: tuple[str, ...]) -> str:
    """TIMEX3's mod for words such as "no more than"."""
    if words[:1] == ("no",):
        return "EQUAL_OR_LESS" if "more" in words else "EQUAL_OR_MORE"
    if words[-1:] == ("mere",):
        return ""
    return next((_HEDGES[w] for w in words if w in _HEDGES), "APPROX")


def hedged(s: Slots, expression: Expression, slot: str = "h") -> Expression:
    """The expression under its hedge, if the slot holds one."""
    mod = hedge_mod(s.words(slot)) if s.has(slot) else ""
    return Modified(expression, mod) if mod else expression


_PARTS = {"first": "START", "early": "START", "latter": "END", "last": "END", "later": "END"}


def narrowed(s: Slots, expression: Expression, slot: str = "e") -> Expression:
    """The expression under "early", "the end of" and their like, if the slot holds one."""
    for word in s.words(slot):
        mod = s.lexicon.value("early", word) or s.lexicon.value("edge", word) or _PARTS.get(word)
        if isinstance(mod, str) and mod:
            return Modified(expression, mod)
    return expression


def this(unit: Granularity, sign: int, anchor: From) -> Shift:
    """The calendar piece next to, or at, the anchor: "last week", "that year"."""
    return Shift(Duration(unit, Fraction(1 if sign else 0)), sign, anchor, unit, calendar=True)
