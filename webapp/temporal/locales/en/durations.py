"""How long something takes, and spans that lie just before or after an anchor."""

from __future__ import annotations

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import Expression, Lasting, Modified
from webapp.temporal.locales.en.counts import duration_of, hedged, unit_of

RULES = RuleSet("durations")
rule = RULES.rule


@rule(
    "( ( <hedge:h>? <count:n> | over:h ( <exact> | {article} ):n ) {filler:f}? {filler}? "
    "{unit|units:u} ( or ( so:so | more:more | less:less | two ) )? | <hedge:h>? ( <exact> | {vague} ):n - "
    "{unit|units:u} ( - long )? )",
    examples={
        "two years": "P2Y",
        "nearly two months": "P2M",
        "five-day": "P5D",
        "2 1/2 years": "P2Y6M",
        "several weeks": "PXW",
        "more than four hours": "PT4H",
        "a couple of years": "P2Y",
        "20 more years": "P20Y",
        "4 minute": "PT4M",
        "several-year": "PXY",
    },
    counter=("two thirds", "the second", "a second opinion", "a quarter of the people"),
)
def duration(s: Slots) -> Expression | None:
    if _is_not_time(s):
        return None
    said: Expression = hedged(s, Lasting(duration_of(s)))
    mod = {"so": "APPROX", "more": "EQUAL_OR_MORE", "less": "EQUAL_OR_LESS"}.get(
        (*s.words("so"), *s.words("more"), *s.words("less"))[0]
        if s.has("so") or s.has("more") or s.has("less")
        else ""
    )
    return Modified(said, mod) if mod else said


def _is_not_time(s: Slots) -> bool:
    """A quarter or a second that is no time; a day that is a name's."""
    word, count = s.word("u"), s.words("n")
    if s.after() == "-" and s.after(2) in ("earlier", "ago", "end", "long"):
        return True
    article = count[-1] in ("a", "an", "another")
    if (
        word in ("second", "min", "mo", "sec", "wk", "hr")
        and (article or not count[0][:1].isdigit())
        and word != "hour"
    ):
        return True
    if article and len(count) == 1 and _is_rate(s):
        return True
    if word == "quarters" and ("-" in s.words("all") or count[-1] == "some"):
        return True
    if article and s.value("units", "u") and len(count) == 1:
        return True
    if word == "quarter" and (article or s.after() in ("of", "-", "point", "percentage", "mile", "inch")):
        return True
    if word in ("nights", "night") and article:
        return True
    if word in ("day", "year", "week", "month", "weekend", "quarter", "decade", "century") and count[-1] in (
        "some",
        "many",
        "few",
    ):
        return count[-1] != "many"
    return word == "day" and article and s.after() in ("care", "trip", "job")


def _is_rate(s: Slots) -> bool:
    """ "12,000 a month", "3% a year": how often, not how long."""
    before = s.before()
    known = s.lexicon.value("magnitude", before) is not None or before in (
        "%",
        "percent",
        "cents",
        "times",
        "once",
        "twice",
    )
    return before[:1].isdigit() or known


@rule(
    "( the? {back|ahead|first|final|initial|opening:d} | recent:d | coming:d ) ( {filler} )? ( "
    "<count:n> ) {filler:f}? -? {filler}? {unit|units:u} ( or so:so )?",
    examples={
        "the past two months": "P2M",
        "the next few days": "PXD",
        "the first nine months": "P9M",
        "the last five years": "P5Y",
        "the next couple of years": "P2Y",
    },
    counter=("the last two men",),
)
def past_duration(s: Slots) -> Expression | None:
    toward = -1 if s.value("back", "d") else 1 if s.value("ahead", "d") else 0
    said = Lasting(duration_of(s), toward)
    return Modified(said, "APPROX") if s.has("so") else said


@rule(
    "( the ( past | recent | coming | last | next | early | first | following | previous | "
    "intervening | final ):d | past:d | recent:d | coming:d | following:d | previous:d | upcoming:d "
    "| early:d ) {units:u} ( and {units} )?",
    examples={"recent years": "PXY", "the coming weeks": "PXW", "the past years": "PXY"},
    counter=("the recent past",),
)
def vague_span(s: Slots) -> Expression:
    word = s.words("d")[-1]
    return Lasting(
        Duration(unit_of(s), None),
        -1 if s.lexicon.value("back", word) else 1 if s.lexicon.value("ahead", word) else 0,
    )


@rule(
    "( {units:u} - ( long | old ) | {units:u} ( ( or | and ) {units} )? | the {units:u} ahead )",
    examples={"[decades]": "PXE", "[weeks or months]": "PXW", "[days]": "PXD"},
    counter=("two quarters", "the minutes of the meeting"),
)
def bare_units(s: Slots) -> Expression | None:
    if (
        s.word("u")
        in (
            "minutes",
            "seconds",
            "quarters",
            "nights",
            "secs",
            "mins",
            "weekends",
            "mos",
        )
        and s.before() not in ("for", "within", "in", "after", "of")
        and s.after() not in ("after", "before")
    ):
        return None
    if s.after()[:1].isdigit() or s.before() in ("those", "old"):
        return None  # "the years 1912 to 1913"
    return Lasting(Duration(unit_of(s), None))


@rule(
    "( {unit:u} - ( long | old ) | hour:u long )",
    examples={"[day-long]": "P1D", "the [hour long] call": "PT1H"},
    counter=("a long day",),
)
def unit_long(s: Slots) -> Expression:
    return Lasting(Duration.of(unit_of(s)))


@rule(
    "<hedge:h>? {article} {unit:u} ( and {article} half:h2 )",
    examples={"a minute and a half": "PT1M30S", "a year and a half": "P1Y6M"},
    counter=("a year and a day",),
)
def unit_and_a_half(s: Slots) -> Expression:
    from fractions import Fraction

    return hedged(s, Lasting(Duration(unit_of(s), Fraction(3, 2))))


@rule(
    "( {article} ( very )? ( long | short )? ( while | time ) | some time | {article} ( long | short "
    ") ( period | time ) )",
    examples={"for [a while]": "PXX", "for [a long time]": "PXX"},
    counter=("a time bomb",),
)
def a_while(s: Slots) -> Expression | None:
    words = s.words("all")
    if words[-1] == "time" and len(words) == 2 and words[0] != "some":
        return None
    if s.before() not in ("for", "in", "after", "within", "took", "take", "quite", "over", "once", "be"):
        return None
    return Lasting(Duration(G.MILLENNIUM, None))


@rule(
    "( the | {article} )? <exact:n> -? {unit|units:u} -? old ( or older )?",
    examples={},
    counter=("a [four-year] plan",),
    rank=2,
)
def age(s: Slots) -> Expression:
    """How old somebody is says nothing about when: read, and left out by `tagger.scan`."""
    return Lasting(duration_of(s))
