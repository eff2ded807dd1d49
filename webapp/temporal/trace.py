"""How a date was reached, step by step, derived on demand from a `Timex`; nothing of it is stored.

Codes are stable: pages translate them. Each with its values:

    said          text                 the words themselves
    kind          kind, rule           what they are: calendar, clock, weekday, named, shift, nth, duration, set, event
    anchor        basis, date, reason  what it counts from, and why that; `reason` is a code of `Reason`
    arithmetic    sign, count, unit    how far from the anchor: "-", "2", "day"
    filled        what                 what was not said and was filled in: year, month, week, day, century
    direction     direction, cue       which of two readings, and the word class that decided: past, future, nearest
    bound         side                 only a bound: since, until, by, before, after
    event         event                the event it hangs on, not dated yet
    order         order, other         how the numbers of a slashed date stand, and what they would be the other way
    open          missing              why no day can be given
    result        value, start, end    the TIMEX3 value and the stretch of time, last day included
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Basis
from webapp.temporal.expression import (
    Around,
    Between,
    CalendarDate,
    ClockTime,
    Every,
    Expression,
    Lasting,
    Named,
    NthOf,
    Shift,
    Unknown,
    Weekday,
    bare,
)
from webapp.temporal.timex import Timex


class Code(StrEnum):
    SAID = "said"
    KIND = "kind"
    ANCHOR = "anchor"
    ARITHMETIC = "arithmetic"
    FILLED = "filled"
    DIRECTION = "direction"
    BOUND = "bound"
    EVENT = "event"
    ORDER = "order"
    OPEN = "open"
    RESULT = "result"


class Reason(StrEnum):
    """Why this anchor."""

    STATED = "stated"  # the words hold the whole date
    GIVEN = "given"  # the publication date, given
    INFERRED = "inferred"  # the publication date, worked out
    UNKNOWN = "unknown"  # there is no publication date
    NAMED_BEFORE = "named_before"  # a date named earlier in the text
    OTHER_EVENT = "other_event"  # another event
    NOTHING = "nothing"  # it needs none


@dataclass(frozen=True, slots=True)
class Step:
    """`code` is one of `Code`; `values` fill the sentence that pages have for it."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


_KINDS: tuple[tuple[type, str], ...] = (
    (CalendarDate, "calendar"),
    (ClockTime, "clock"),
    (Weekday, "weekday"),
    (Named, "named"),
    (Shift, "shift"),
    (NthOf, "nth"),
    (Lasting, "duration"),
    (Every, "set"),
    (Around, "event"),
    (Between, "range"),
    (Unknown, "unknown"),
)
_SIDES = ("since", "until", "till", "through", "by", "before", "after")


def steps(timex: Timex) -> tuple[Step, ...]:
    """The chain from the words to the date."""
    return tuple(_steps(timex))


def _steps(timex: Timex) -> Iterator[Step]:
    said = bare(timex.candidate.expression)
    yield Step(Code.SAID, {"text": timex.text})
    yield Step(Code.KIND, {"kind": kind(said), "rule": timex.candidate.rule})
    yield _anchor(timex)
    yield from _arithmetic(said)
    if isinstance(said, Around):
        yield Step(Code.EVENT, {"event": said.event})
    for name in sorted(timex.implied - {"direction", "comparison", "order"}):
        yield Step(Code.FILLED, {"what": name})
    yield from _order(timex, said)
    yield from _direction(timex)
    side = next((s for s in _SIDES if s in timex.candidate.cues), "")
    if side and timex.when is not None:
        yield Step(Code.BOUND, {"side": side})
    yield _result(timex)


def kind(said: Expression) -> str:
    return next((name for of, name in _KINDS if isinstance(said, of)), "unknown")


def _anchor(timex: Timex) -> Step:
    anchor = timex.anchor
    date, reason = "", Reason.NOTHING
    if timex.basis is Basis.STATED:
        reason = Reason.STATED
    elif timex.basis is Basis.PUBLICATION:
        reason = (
            Reason.UNKNOWN if anchor.day is None else Reason.INFERRED if anchor.inferred else Reason.GIVEN
        )
        date = "" if anchor.day is None else str(Point(anchor.day))
    elif timex.basis is Basis.MENTION:
        reason = Reason.NAMED_BEFORE
    elif timex.basis is Basis.EVENT:
        reason = Reason.OTHER_EVENT
    return Step(Code.ANCHOR, {"basis": timex.basis.value, "date": date, "reason": reason.value})


def _arithmetic(said: Expression) -> Iterator[Step]:
    shift: Expression | None = said
    if isinstance(said, Around):
        shift = said.shift
    elif isinstance(said, CalendarDate):
        shift = said.of  # the "next year" of "February 23 next year"
    if isinstance(shift, Shift) and shift.sign:
        count = "" if shift.duration.count is None else str(shift.duration.count)
        sign = "-" if shift.sign < 0 else "+"
        yield Step(Code.ARITHMETIC, {"sign": sign, "count": count, "unit": shift.duration.unit.name.lower()})


def _order(timex: Timex, said: Expression) -> Iterator[Step]:
    """The other reading of "04/05/2024"."""
    if "order" not in timex.implied or not isinstance(said, CalendarDate) or timex.when is None:
        return
    start = timex.when.interval.start or timex.when.interval.end
    if start is None:
        return
    month_first = start.civil[1] == said.month
    year, month, day = start.civil
    other = f"{year:04}-{day:02}-{month:02}"
    yield Step(Code.ORDER, {"order": "month_first" if month_first else "day_first", "other": other})


def _direction(timex: Timex) -> Iterator[Step]:
    """Only where another occurrence of the name could have been meant."""
    if timex.basis is not Basis.PUBLICATION or not timex.implied & {"year", "week", "direction"}:
        return
    if timex.when is None:
        return
    cue = next((c for c in ("future", "past") if c in timex.candidate.cues), "")
    chosen = cue if "direction" in timex.implied and cue else "nearest"
    yield Step(Code.DIRECTION, {"direction": chosen, "cue": cue})


def _result(timex: Timex) -> Step:
    if timex.when is None:
        missing = (
            "event" if timex.basis is Basis.EVENT else "anchor" if timex.basis is not Basis.NONE else "date"
        )
        return Step(Code.OPEN, {"missing": missing, "value": timex.value})
    interval = timex.when.interval
    start, end = interval.start, interval.last_day
    return Step(
        Code.RESULT,
        {
            "value": timex.value,
            "start": "" if start is None else str(start),
            "end": "" if end is None else str(Point(end)),
        },
    )


_ENGLISH = {
    Code.SAID: "The text says “{text}”.",
    Code.FILLED: "Not said and filled in: the {what}.",
    Code.BOUND: "“{side}” makes it a bound, not a day.",
    Code.EVENT: "It counts from “{event}”.",
    Code.ORDER: "The numbers are read {order}; the other way they would be {other}.",
}
_KIND_WORDS = {
    "calendar": "a date of the calendar",
    "clock": "a time of day",
    "weekday": "a day of the week",
    "named": "a time with a name",
    "shift": "a distance from another date",
    "nth": "a part of a longer time",
    "duration": "a length of time",
    "set": "a time that recurs",
    "event": "a distance from an event",
    "range": "a stretch from one time to another",
    "unknown": "a time that cannot be computed",
}
_REASONS = {
    Reason.STATED: "The words hold the whole date.",
    Reason.GIVEN: "It counts from the day of publication, {date}.",
    Reason.INFERRED: "It counts from the day of publication, which was inferred: {date}.",
    Reason.UNKNOWN: "It counts from the day of publication, which is not known.",
    Reason.NAMED_BEFORE: "It counts from a date named before it.",
    Reason.OTHER_EVENT: "It counts from an event, not from the day of publication.",
    Reason.NOTHING: "It counts from nothing.",
}
_MISSING = {
    "event": "The event has no date yet, so there is no day.",
    "anchor": "What it counts from is not known, so there is no day.",
    "date": "It names no day.",
}


def in_english(step: Step) -> str:
    """One sentence for the command line.

    >>> in_english(Step(Code.ARITHMETIC, {"sign": "-", "count": "2", "unit": "day"}))
    '2 days back.'
    """
    values = step.values
    if step.code == Code.ANCHOR:
        return _REASONS[Reason(values["reason"])].format(**values)
    if step.code == Code.KIND:
        return f"That is {_KIND_WORDS[values['kind']]} (rule {values['rule']})."
    if step.code == Code.ARITHMETIC:
        return _distance(values)
    if step.code == Code.DIRECTION:
        cue = (
            f", because the words near it point to the {values['cue']}"
            if values["direction"] == values["cue"]
            else ""
        )
        return f"Of several such times the {'nearest' if not cue else 'one that fits'} is meant{cue}."
    if step.code == Code.OPEN:
        return _MISSING[values["missing"]]
    if step.code == Code.RESULT:
        start, end = values["start"], values["end"]
        return f"So it is {start}." if start == end else f"So it is {start or '…'} to {end or '…'}."
    return _ENGLISH[Code(step.code)].format(**{k: v.replace("_", " ") for k, v in values.items()})


def _distance(values: Mapping[str, str]) -> str:
    count = values["count"] or "some"
    unit = values["unit"] if count == "1" else f"{values['unit']}s"
    return f"{count} {unit} {'back' if values['sign'] == '-' else 'on'}."
