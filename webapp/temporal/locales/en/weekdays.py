"""Days of the week, holidays, and the parts of a day that go with them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import CalendarDate, ClockTime, Expression, From, Named, NthOf, Shift, Weekday
from webapp.temporal.locales.en.counts import duration_of, narrowed, this, unit_of


@lru_cache(maxsize=1)
def holidays() -> dict[str, dict[str, Any]]:
    """Each holiday's entry of holidays.toml by its name."""
    return tomllib.loads((Path(__file__).parent / "holidays.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _by_words() -> dict[str, str]:
    return {_key(words): name for name, entry in holidays().items() for words in entry["words"]}


def _key(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _holiday_pattern() -> str:
    phrases = sorted({w for e in holidays().values() for w in e["words"]}, key=lambda w: -len(w))
    return (
        "( "
        + " | ".join(p.replace("'s", " 's").replace("s'", "s '").replace("st.", "st .") for p in phrases)
        + " )"
    )


RULES = RuleSet("weekdays", fragments={"holiday": _holiday_pattern()})
rule = RULES.rule


@rule(
    "( early:e | late:e | mid:e -? )? ( ( the | this )? {step|following:step} )? {weekday:w}",
    examples={
        "on [Friday]": "2024-11-15",
        "[last Monday]": "2024-11-18",
        "[next Tuesday]": "2024-11-26",
        "[this Thursday]": "2024-11-21",
        "[late Friday]": "2024-11-15",
    },
    counter=("the sun rose", "he sat down"),
)
def weekday(s: Slots) -> Expression | None:
    if s.word("w") in ("sun", "sat", "mon", "wed", "fri", "thu") and not _is_abbreviation(s):
        return None
    return narrowed(s, _weekday(s))


def _is_abbreviation(s: Slots) -> bool:
    """ "Sat" and "Sun" begin sentences and name newspapers: only "on Sat" or "Sat." with a date is "
    "a day."""
    return s.before() in ("on", "next", "last", "by", "until", "since", "(", ",") and s.after() in (
        ".",
        ",",
        ")",
        ";",
        "",
    )


def _weekday(s: Slots) -> Weekday | Shift:
    step = s.number("step", "step") if s.has("step") else None
    if s.word("step") in ("coming", "upcoming", "following"):
        step = 1
    told = s.word("step") in ("following", "previous")
    return Weekday(s.number("weekday", "w") or 0, step, From.MENTION if told else From.PUBLICATION)


@rule(
    "<hedge:h>? <early:e>? ( ( the | this )? {step|following:step} )? {weekday:w} ( 's )? -? "
    "<early:e>? {daypart:p}",
    examples={"Friday night": "2024-11-15TNI", "last Monday morning": "2024-11-18TMO"},
    counter=("Friday knights",),
)
def weekday_daypart(s: Slots) -> Expression:
    return narrowed(s, ClockTime(part=s.text("daypart", "p"), on=_weekday(s)))


@rule(
    "{weekday:w} ( of | , )? ( the? {back|ahead|this:step} | that:that | the same:that ) week",
    examples={
        "Monday of last week": "2024-11-11",
        "Friday next week": "2024-11-29",
        "Monday of that week": "2024-11-18",
    },
    counter=("Friday, week after week",),
)
def weekday_of_week(s: Slots) -> Expression:
    step = -1 if s.value("back", "step") else 1 if s.value("ahead", "step") else 0
    told = s.has("that") or s.word("step") == "following"
    week = this(G.WEEK, step, From.MENTION if told else From.PUBLICATION)
    return CalendarDate(G.DAY, weekday=s.number("weekday", "w"), of=week)


@rule(
    "( {article} | <exact> ):n {unit|units:u} from ( {weekday:w} | {today:t} )",
    examples={"a week from Tuesday": "2024-12-03", "two weeks from tomorrow": "2024-12-05"},
    counter=("a letter from Tuesday", "two weeks from the start"),
)
def unit_from_day(s: Slots) -> Expression | None:
    unit = unit_of(s)
    if unit < G.DAY or unit > G.YEAR:
        return None
    step = s.number("today", "t")
    day: Expression = (
        Weekday(s.number("weekday", "w") or 0, 0) if step is None else this(G.DAY, step, From.PUBLICATION)
    )
    return Shift(duration_of(s), 1, From.PUBLICATION, G.DAY, of=day)


@rule(
    "<early:e>? ( {step:step} | that:that )? <holiday:n> ( week:week )? ( ( ,? of? )? {year:y} )?",
    examples={
        "Easter week": "2024-W13",
        "Christmas Eve": "2024-12-24",
        "Easter Sunday 1916": "1916-04-23",
        "last Thanksgiving": "2023-11-23",
        "New Year's Day": "2025-01-01",
    },
    counter=("a christmas tree", "Easter eggs"),
)
def holiday(s: Slots) -> Expression | None:
    if s.raw("n").islower() or (
        s.after()
        in (
            "eggs",
            "island",
            "tree",
            "trees",
            "bunny",
            "rising",
            "offensive",
            "carol",
            "card",
            "cards",
            "gift",
            "gifts",
            "present",
            "presents",
            "bonus",
        )
        and not s.has("y")
    ):
        return None
    name = _by_words()[_key(" ".join(s.words("n")))]
    of = CalendarDate(G.YEAR, s.integer("y")) if s.has("y") else None
    day = Named(name, s.number("step", "step") if s.has("step") else None, of)
    return narrowed(s, NthOf(1, G.WEEK, day) if s.has("week") else day)


@rule(
    "the? <rank:n> {weekday:w} ( of | in ) {month:m} ( ,? ( of )? {year:y} )?",
    examples={"the first Monday of May 2024": "2024-05-06", "the last Friday in October": "2024-10-25"},
    counter=("the first Monday of many",),
    rank=1,
)
def nth_weekday_of_month(s: Slots) -> Expression | None:
    rank = s.ordinal("n")
    if rank is None or rank > 5:
        return None
    month = CalendarDate(G.MONTH, s.integer("y"), s.number("month", "m"))
    return NthOf(rank, G.DAY, month, s.number("weekday", "w"))
