"""Years."""

from __future__ import annotations

import re

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import (
    CalendarDate,
    Expression,
    From,
    Modified,
)
from webapp.temporal.locales.en.counts import hedged, narrowed, this
from webapp.temporal.locales.en.said import spoken, year_of

RULES = RuleSet("years")
rule = RULES.rule


@rule(
    "<early:e>? <hedge:h>? ( the year )? ( fiscal year? | fy )? {year:y} ( or ( later:l | earlier:b "
    ") | and beyond:l )?",
    examples={
        "in [1982]": "1982",
        "[the end of 1945]": "1945",
        "[fiscal 1990]": "1990",
        "[mid-1994]": "1994",
        "[the year 1914]": "1914",
    },
    counter=("1500 soldiers", "$ 1998", "2000 percent", "page 1234"),
)
def bare_year(s: Slots) -> Expression | None:
    if not (s.has("e") or "year" in s.words("all") or "fiscal" in s.words("all")) and _is_number(s):
        return None
    year: Expression = CalendarDate(G.YEAR, year_of(s))
    if s.has("l") or s.has("b"):
        year = Modified(year, "ON_OR_AFTER" if s.has("l") else "ON_OR_BEFORE")
    return hedged(s, narrowed(s, year))


def _is_function_word(s: Slots, word: str) -> bool:
    return any(
        s.lexicon.value(c, word) is not None for c in ("time_preposition", "determiner", "demonstrative")
    )


_NOT_YEARS = frozenset(
    [
        "$",
        "£",
        "€",
        "¥",
        "#",
        "no",
        "number",
        "nos",
        "page",
        "pages",
        "p",
        "pp",
        "room",
        "flight",
        "boeing",
        "model",
        "route",
        "highway",
        "at",
        "than",
        "only",
        "exactly",
        "vol",
        "chapter",
        "section",
        ".",
        "about",
        "nearly",
        "almost",
        "some",
        "approximately",
        "over",
    ]
)


_LIKE_PLURAL = re.compile(r"[a-z]{3,60}s\Z")


def _is_number(s: Slots) -> bool:
    """Four digits that count, price or number something."""
    if s.word("h") in ("c", "ca", "circa"):
        return False
    before, after, year = s.before(), s.after(), year_of(s) or 0
    if before in _NOT_YEARS or s.lexicon.value("counted", after) is not None or after == ":" or before == ":":
        return not (before == "." and after in (".", ",", ";", "-", ")"))
    if after in ("-", "/", ".") and s.after(2).isdigit() and len(s.after(2)) > 4:
        return True
    if before == "-" and s.before(2) in ("pre", "post", "mid"):
        return False
    plural = _LIKE_PLURAL.match(s.after_raw()) and s.after() not in (
        "was",
        "has",
        "is",
        "as",
        "this",
        "its",
        "does",
    )
    if plural and not s.has("h") and s.before() not in ("in", "since", "the"):
        return True
    if s.before_raw()[:1].isupper() and not _is_function_word(s, before):
        return True  # "Expo 1998"
    if 1900 <= year <= 2050:
        return False
    if before == ",":
        return not s.ends_line() and after not in ("", ".", ")")
    return s.lexicon.value("time_preposition", before) is None


@rule(
    "( the year ):a? <spoken_year:y>",
    examples={"in [nineteen ninety-six]": "1996", "in [two thousand and one]": "2001"},
    counter=("two thousand people", "twenty one"),
)
def spoken_year(s: Slots) -> Expression | None:
    words = s.words("y")
    told = s.has("a") or s.before() in ("in", "since", "by", "until", "year")
    if words[0] in ("two", "twenty") and (
        not told or (len(words) == 2 and words[0] == "two" and not s.has("a"))
    ):
        return None
    return CalendarDate(G.YEAR, spoken(words, s))


@rule(
    "{short_year:y}",
    examples={"in ['98]": "1998"},
    counter=("the '98 figures",),
)
def short_year(s: Slots) -> Expression | None:
    if s.before() not in ("in", "since", "of", "by", "until", "from", "to"):
        return None
    return CalendarDate(G.YEAR, s.integer("y"), short=True)


@rule(
    "<hedge:h>? ( the | its | this:t )? ( {year:y} )? ( year | fiscal year ) ( - | 's )? end {year:y}?",
    examples={"[year-end]": "2024-12-31", "[year end 1997]": "1997"} | {"by [year's end]": "2024"},
    counter=("the end",),
)
def year_end(s: Slots) -> Expression:
    year = year_of(s)
    if year is not None:
        return Modified(CalendarDate(G.YEAR, year), "END")
    if "-" in s.words("all"):
        return CalendarDate(G.DAY, month=12, day=31, of=this(G.YEAR, 0, From.PUBLICATION))
    return hedged(s, Modified(this(G.YEAR, 0, From.PUBLICATION), "END"))


@rule(
    "( pre:b | post:a ) - {year:y}",
    examples={"the [post-1959] years": "1959"},
    counter=("post-office",),
)
def before_or_after_year(s: Slots) -> Expression:
    return Modified(CalendarDate(G.YEAR, year_of(s)), "BEFORE" if s.has("b") else "AFTER")
