"""Times of day."""

from __future__ import annotations

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.engine.rule import RuleSet, Slots
from webapp.temporal.expression import ClockTime, Expression, From
from webapp.temporal.locales.en.counts import hedged, narrowed, this

RULES = RuleSet("clock")
rule = RULES.rule


def _minute(s: Slots) -> int | None:
    """Minutes after midnight of the slots `c` (a clock), or `t` (an hour), and `p` (am or pm)."""
    text = s.word("c") or s.word("t")
    hour, _, rest = text.replace(".", ":").partition(":")
    value = s.lexicon.value("number", hour)
    hours = int(hour) if hour.isdigit() else value if isinstance(value, int) else None
    minutes = int(rest[:2]) if rest[:2].isdigit() else 0
    if hours is None or hours > 24 or minutes > 59:
        return None
    if s.has("p"):
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (s.number("meridiem", "p") or 0)
    elif s.has("dp") and s.text("daypart", "dp") != "MO" and hours < 12:
        hours += 12
    return hours * 60 + minutes


@rule(
    "<hedge:h>? ( {clock:c} | {hour|digits:t} ) {meridiem:p} {zone:z}?",
    examples={
        "9 p.m.": "2024-11-20T21:00",
        "9:30pm": "2024-11-20T21:30",
        "around 10:15 a.m. EST": "2024-11-20T10:15",
    },
    counter=("I am 9", "25 p.m."),
)
def clock_meridiem(s: Slots) -> Expression | None:
    minute = _minute(s)
    return None if minute is None else hedged(s, ClockTime(minute, zone=s.text("zone", "z")))


@rule(
    "<hedge:h>? {clock:c} ( hours )? {zone:z}?",
    examples={"at [14:30]": "2024-11-20T14:30", "[20:00 GMT]": "2024-11-20T20:00Z"},
    counter=("a score of 3:16", "John 3:16"),
)
def clock_alone(s: Slots) -> Expression | None:
    if not s.has("z") and s.before() not in (
        "at",
        "by",
        "until",
        "from",
        "till",
        "before",
        "after",
        "around",
        "about",
        "since",
        "to",
        "-",
        "–",
    ):
        return None
    minute = _minute(s)
    return None if minute is None else hedged(s, ClockTime(minute, zone=s.text("zone", "z")))


@rule(
    "<hedge:h>? ( {hour:t} | {number:t} ) ( o 'clock | o ' clock | oclock ) ( in the {daypart:dp} )?",
    examples={"three o'clock": "2024-11-20T03:00"},
    counter=("three or clock",),
)
def o_clock(s: Slots) -> Expression | None:
    minute = _minute(s)
    return None if minute is None else hedged(s, ClockTime(minute))


@rule(
    "<hedge:h>? ( {hour:t} | {number:t} | {clock:c} ) ( in the {daypart:dp} | at {daypart:dp} | this "
    "{daypart:dp} )",
    examples={"8 in the morning": "2024-11-20T08:00"},
    counter=("two in the bush",),
)
def hour_in_daypart(s: Slots) -> Expression | None:
    minute = _minute(s)
    return None if minute is None else hedged(s, ClockTime(minute))


@rule(
    "{four:c} ( {zone:z} | hours | hrs )",
    examples={"at [1530 GMT]": "2024-11-20T15:30Z", "at [0630 hours]": "2024-11-20T06:30"},
    counter=("1999 hours of work",),
    rank=1,
)
def four_digit_clock(s: Slots) -> Expression | None:
    hour, minute = divmod(int(s.word("c")), 100)
    if (
        hour > 24
        or minute > 59
        or (not s.has("z") and s.before() not in ("at", "by", "until", "from", "about", "around"))
    ):
        return None
    return ClockTime(hour * 60 + minute, zone=s.text("zone", "z"))


@rule(
    "{daypart:p}",
    examples={"at [dawn on 6 June 1944]": "1944-06-06TMO"},
    counter=("at dawn they left",),
)
def bare_daypart(s: Slots) -> Expression:
    """Kept only where it is joined to a date."""
    return ClockTime(part=s.text("daypart", "p"))


@rule(
    "<hedge:h>? {point:n}",
    examples={"at [noon]": "2024-11-20T12:00"},
    counter=("afternoon",),
)
def noon(s: Slots) -> Expression | None:
    if s.before() == "high":
        return None
    return hedged(s, ClockTime(s.number("point", "n") or (0 if s.word("n") == "midnight" else None)))


@rule(
    "<early:e>? {today:t} <early:e>? -? {daypart:p}",
    examples={"tomorrow morning": "2024-11-21TMO", "yesterday afternoon": "2024-11-19TAF"},
    counter=("today mornings",),
)
def today_daypart(s: Slots) -> Expression:
    return narrowed(
        s,
        ClockTime(part=s.text("daypart", "p"), on=this(G.DAY, s.number("today", "t") or 0, From.PUBLICATION)),
    )


@rule(
    "<early:e>? ( {tonight:t} | {overnight:o} )",
    examples={"[tonight]": "2024-11-20TNI"},
    counter=("knight",),
)
def tonight(s: Slots) -> Expression:
    if s.has("o"):
        return narrowed(s, ClockTime(part="NI"))
    return narrowed(s, ClockTime(part="NI", on=this(G.DAY, 0, From.PUBLICATION)))


@rule(
    "( early | late | mid | the {early} | the ) -? {daypart:p} {today:t}",
    examples={"mid-afternoon yesterday": "2024-11-19TAF"},
    counter=("mid-life crisis",),
)
def daypart_today(s: Slots) -> Expression:
    return ClockTime(
        part=s.text("daypart", "p"), on=this(G.DAY, s.number("today", "t") or 0, From.PUBLICATION)
    )


@rule(
    "the? ( mid | late | early ) -? {daypart:p}",
    examples={"[mid-afternoon]": "2024-11-20TAF"},
    counter=("mid-term",),
)
def mid_daypart(s: Slots) -> Expression:
    return ClockTime(part=s.text("daypart", "p"), on=this(G.DAY, 0, From.MENTION))
