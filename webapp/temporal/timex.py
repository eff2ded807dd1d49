"""A time expression with its meaning: TIMEX3 and what a timeline needs besides.

The attributes `type`, `value`, `mod`, `quant` and `freq` are TimeML 1.2.1's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Anchor, Basis
from webapp.temporal.expression import Expression
from webapp.text.span import Span


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something recognised, not yet resolved: no date in it that the words do not hold.

    `cues` hold "past" or "future" by the nearest telling verb; the preposition before it ("since", "until", "by",
    "before", "after", "from", "in", "on", "©", ...; see `engine.cues`); and links to its neighbours ("range_first",
    "range_last", "apposed"; see `engine.links`).
    `event` is the stretch naming the event it counts from ("Scholz-Putin talks"), where there is one;
    `core` is then the part that TIMEX3 annotates ("Two days").
    """

    span: Span
    text: str
    rule: str
    expression: Expression
    cues: frozenset[str] = frozenset()
    event: Span | None = None
    core: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A candidate resolved against an anchor.

    `when` is `None` where no stretch of time can be named (durations, sets, "recently", an event not found yet).
    `implied` names what was filled in: "year", "month", "day", "direction".
    `basis` says what the date hangs on; `reference` is the span of the earlier mention when `basis` is MENTION.
    """

    candidate: Candidate
    type: TimexType
    value: str
    anchor: Anchor
    basis: Basis
    when: When | None = None
    granularity: Granularity | None = None
    mod: str = ""
    quant: str = ""
    freq: str = ""
    implied: frozenset[str] = frozenset()
    reference: Span | None = None

    @property
    def span(self) -> Span:
        return self.candidate.span

    @property
    def text(self) -> str:
        return self.candidate.text

    @property
    def timex3_span(self) -> Span:
        """What an annotator marks; `span` is what a reader sees underlined."""
        return self.candidate.core or self.candidate.span

    @property
    def event(self) -> Span | None:
        return self.candidate.event
