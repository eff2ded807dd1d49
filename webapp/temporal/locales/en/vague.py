"""Times that no calendar holds: now, recently, soon."""

from __future__ import annotations

from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import Expression, Named, Unknown

RULES = RuleSet("vague")
rule = RULES.rule


@rule(
    "{now:w}",
    examples={"[now]": "PRESENT_REF", "[currently]": "PRESENT_REF"},
    counter=("knows",),
)
def now(_: Slots) -> Expression:
    return Named("present")


@rule(
    "( these days | the present ( time | day )? | present day )",
    examples={"[these days]": "PRESENT_REF", "[the present]": "PRESENT_REF"},
    counter=("a present for her",),
)
def at_present(_: Slots) -> Expression:
    return Named("present")


@rule(
    "to ( this day ):core",
    examples={"to [this day] it stands": "PRESENT_REF"},
    counter=("on this day in 1918",),
    rank=1,
)
def to_this_day(_: Slots) -> Expression:
    return Named("present")


@rule("current", examples={"the [current] plan": "PRESENT_REF"}, counter=("currents",))
def current(_: Slots) -> Expression:
    return Named("present")


@rule(
    "( more | very )? {once_past:w}",
    examples={"[recently]": "PAST_REF", "[more recently]": "PAST_REF"},
    counter=("recency",),
)
def recently(_: Slots) -> Expression:
    return Named("past")


@rule(
    "the ( recent | distant )? past",
    examples={"in [the past]": "PAST_REF"},
    counter=("past the house",),
)
def the_past(_: Slots) -> Expression:
    return Named("past")


@rule(
    "( the ( near | not too distant | foreseeable | immediate | distant )? ( future | ( near | short "
    "| long | immediate ) term ) | future )",
    examples={"in [the near future]": "FUTURE_REF"},
    counter=("futures contracts",),
)
def the_future(s: Slots) -> Expression | None:
    words = s.words("all")
    if words == ("future",) and s.before() not in ("in", "near"):
        return None
    return Named("future")


@rule(
    "( as soon as possible | some day | someday | one:w day | {article} later date )",
    examples={"[someday]": "FUTURE_REF", "he will [one day] return": "FUTURE_REF"},
    counter=("sooner",),
    rank=1,
)
def someday(s: Slots) -> Expression | None:
    if s.has("w") and s.lexicon.value("cue_future", s.before()) is None:
        return None
    return Named("future")


@rule(
    "the time",
    examples={"at [the time] it was closed": "PRESENT_REF"},
    counter=("at the time of his death", "the time bomb"),
)
def at_the_time(s: Slots) -> Expression | None:
    if s.before() != "at" or s.after() in ("of", "when", "that", "he", "she", "they"):
        return None
    return Named("present")


@rule(
    "{article} ( unknown | unspecified | undisclosed ):w ( date | time | day )",
    examples={"on [an unspecified date]": "XXXX"},
    counter=("an unknown soldier",),
)
def unspecified_date(s: Slots) -> Expression | None:
    """ "At an unknown time": some day, and nobody says which."""
    return Unknown(s.word("w")) if s.before() in ("on", "at", "for", "until") else None
