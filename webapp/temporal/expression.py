"""What was said about a time, with no anchor in it: the meaning of the words alone.

A rule builds one of these; `engine.resolve` turns it into a date once the publication context is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity


class From(StrEnum):
    """What a relative expression says that it counts from."""

    PUBLICATION = "publication"  # "yesterday", "two days ago", "last year"
    MENTION = "mention"  # "the next day", "that week"
    EITHER = "either"  # "three years earlier": an earlier mention, else the publication
    EVENT = "event"  # "two days before the talks"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by its calendar names, as far as they were said: "15 November", "June 1998", "the 1960s".

    `year` is astronomical (-43 is 44 BC). `part` names a piece of a year: "Q3", "H1", "SU", or "WE".
    `short` says that the century was left out ("'98", "the sixties"). `of` gives the year where words give it:
    the "next year" of "February 23 next year". `weekday` is what the words claim, 0 for Monday. `order` is how
    the numbers of "04/05/2024" stand: "month_first", "day_first", or "either" where both make a date.
    """

    granularity: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    short: bool = False
    of: Expression | None = None
    weekday: int | None = None
    order: str = ""

    @property
    def swapped(self) -> CalendarDate:
        """The other reading of its numbers: 4 May and 5 April."""
        return replace(self, month=self.day, day=self.month)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: minutes after midnight, or a part of the day (MO, MI, AF, EV, NI), on some day."""

    minute: int | None = None
    part: str = ""
    on: Expression | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday; `step` is -1 for "last", 0 for "this", 1 for "next", `None` "
    "for none."""

    day: int
    step: int | None = None
    anchor: From = From.PUBLICATION


@dataclass(frozen=True, slots=True)
class Named:
    """A time known by its name: a holiday ("christmas"), or "present", "past", "future"."""

    name: str
    step: int | None = None
    of: Expression | None = None
    anchor: From = From.PUBLICATION


@dataclass(frozen=True, slots=True)
class Shift:
    """So far from an anchor: `sign` -1 "two days ago", 0 "this week", 1 "three days later".

    `calendar` tells the calendar's own piece ("last year") from a count ("a year ago").
    `of` is the day it counts from where words name one: "a week from Tuesday".
    """

    duration: Duration
    sign: int
    anchor: From
    granularity: Granularity
    calendar: bool = False
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class NthOf:
    """The n-th piece of something, -1 for the last: "the first week of June", "the second day".

    With a `weekday` only those days count: "the first Monday of May".
    """

    n: int
    granularity: Granularity
    of: Expression | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From one to another, both included: "1914-18"."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time. `toward` is -1 for "the past two months", 1 for "the next week or two", else 0."""

    duration: Duration
    toward: int = 0


@dataclass(frozen=True, slots=True)
class Every:
    """A time that recurs: each `duration`, or each `on` ("every Monday")."""

    duration: Duration | None = None
    on: Expression | None = None
    quant: str = ""
    freq: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """So far from an event told of in the text: "two days prior to the talks".

    `into` counts from its beginning, whose day is its first: "the second day of the siege".
    """

    event: str
    shift: Shift
    into: bool = False


@dataclass(frozen=True, slots=True)
class Modified:
    """An expression and TIMEX3's `mod`: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, ..."""

    expression: Expression
    mod: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Recognised as a time, but nothing can be computed from it."""

    reason: str = ""


Expression = (
    CalendarDate
    | ClockTime
    | Weekday
    | Named
    | Shift
    | NthOf
    | Between
    | Lasting
    | Every
    | Around
    | Modified
    | Unknown
)


def bare(said: Expression) -> Expression:
    """Without its modifiers."""
    return bare(said.expression) if isinstance(said, Modified) else said
