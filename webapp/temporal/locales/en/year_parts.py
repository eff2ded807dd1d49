"""Quarters, halves and seasons of a year."""

from __future__ import annotations

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import (
    CalendarDate,
    Expression,
    From,
)
from webapp.temporal.locales.en.counts import narrowed, this
from webapp.temporal.locales.en.said import is_short, year_of, year_said

RULES = RuleSet("year_parts")
rule = RULES.rule


@rule(
    "<early:e>? ( the? ( {year:y0} | ( {step:ys0} year 's ) | latest | current | recent )? ( fiscal "
    "-? )? ( {unit_ordinal:q} ) fiscal? {quarter} | ( fiscal -? )? ( {unit_ordinal:q} ) - {quarter} )"
    " ( ( of | in | , )? fiscal? {year:y} | of ( ( the | its ) ( fiscal | current )? year | the? "
    "{step:ys} ( fiscal )? year ) )?",
    examples={
        "the third quarter": "2024-Q3",
        "third-quarter": "2024-Q3",
        "the second quarter of 1998": "1998-Q2",
        "this year's first quarter": "2024-Q1",
        "the 1989 fourth quarter": "1989-Q4",
    },
    counter=("the fifth quarter", "a quarter of a million"),
)
def nth_quarter(s: Slots) -> Expression | None:
    rank = s.number("unit_ordinal", "q")
    if rank is None or rank > 4:
        return None
    slot = next((slot for slot in ("ys", "ys0") if s.has(slot)), "")
    of = this(G.YEAR, s.number("step", slot) or 0, From.PUBLICATION) if slot else None
    year = year_of(s, "y") or year_of(s, "y0")
    return narrowed(s, CalendarDate(G.QUARTER, year, part=f"Q{rank}", of=of))


@rule(
    "( q | h ):k {low:n} ,? ( of )? {year|short_year:y}?",
    examples={"H1 2012": "2012-H1", "Q3 2023": "2023-Q3", "in [Q1]": "2024-Q1"},
    counter=("q 9", "Q7"),
)
def quarter_number(s: Slots) -> Expression | None:
    number = s.integer("n") or 0
    if not s.raw("k").isupper() or len(s.word("n")) > 1 or not number:
        return None
    if s.word("k") == "h":
        half = CalendarDate(G.HALF, year_of(s), part=f"H{number}", short=is_short(s))
        return half if number <= 2 and s.has("y") else None
    return None if number > 4 else CalendarDate(G.QUARTER, year_of(s), part=f"Q{number}", short=is_short(s))


@rule(
    "the? ( {year:y0} | ( {step:ys0} year 's ) )? fiscal? ( first:q | second:q | last:q | latter:q ) "
    "( fiscal )? -? half ( ( of | in | , )? fiscal? {year:y} "
    "| of ( ( the | its ) ( fiscal | current )? year:yt | the? {step:ys} ( fiscal )? year ) )",
    examples={"the first half of 1999": "1999-H1", "second half of this year": "2024-H2"},
    counter=("the first half of the match",),
)
def half_year(s: Slots) -> Expression:
    slot = next((slot for slot in ("ys", "ys0") if s.has(slot)), "")
    of = this(G.YEAR, s.number("step", slot) or 0, From.PUBLICATION) if slot else None
    part = "H1" if s.word("q") == "first" else "H2"
    return CalendarDate(G.HALF, year_of(s, "y") or year_of(s, "y0"), part=part, of=of)


@rule(
    "<early:e>? the? {season|fall:p} ( ,? ( of | in )? ( {year|short_year:y} ( ( - | – | / ) "
    "{low|year} )? | <spoken_year:y> ) | of? the? {step|following:ys} year "
    "| of ( that:yt | the same:yt ) year )",
    examples={
        "the spring of 1864": "1864-SP",
        "summer 2023": "2023-SU",
        "the winter of nineteen ninety-four": "1994-WI",
        "fall of last year": "2023-FA",
    },
    counter=("the fall of 1,500 points",),
)
def season_year(s: Slots) -> Expression:
    return narrowed(s, _season(s))


def _season(s: Slots) -> CalendarDate:
    part = s.text("season", "p") or s.text("fall", "p")
    return CalendarDate(G.SEASON, year_of(s), part=part, short=is_short(s), of=year_said(s))


@rule(
    "( <early:e> the? | the | that:yt ) ( {season:p} | fall:p )",
    examples={"[the summer]": "2024-SU", "[early spring]": "2025-SP"},
    counter=("spring rolls", "summer school"),
)
def bare_season(s: Slots) -> Expression | None:
    told = s.has("yt") or s.before() in ("in", "by", "until", "since", "during")
    if s.word("p") == "fall" and (not told or s.after() in ("of", "from")):
        return None
    return narrowed(s, _season(s))


@rule(
    "{season|fall:p}",
    examples={"in [autumn]": "2024-FA", "by [winter]": "2024-WI"},
    counter=("in summary",),
)
def season_alone(s: Slots) -> Expression | None:
    if s.before() not in _BEFORE_SEASON and (s.word("p") in ("spring", "fall") or not _ends_phrase(s)):
        return None
    if s.word("p") == "fall" and s.after() in ("of", "in", "and"):
        return None
    return CalendarDate(G.SEASON, part=s.text("season", "p") or s.text("fall", "p"))


_BEFORE_SEASON = frozenset(("in", "by", "until", "since", "during", "through", "late", "early"))


def _ends_phrase(s: Slots) -> bool:
    """ "A harsh winter." is a time, "winter coats" are not."""
    following = s.after()
    return not following[:1].isalnum() or s.lexicon.value("function_word", following) is not None
