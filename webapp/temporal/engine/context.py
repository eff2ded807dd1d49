"""What the resolver knows at one place of a text, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.period import Period
from webapp.temporal.anchor import Anchor, Basis
from webapp.temporal.timex import TimexType
from webapp.text.span import Span

NOTHING: frozenset[str] = frozenset()
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date named earlier in the text, and where."""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True)
class Context:
    """`day` is the last mention as fine as a day, `month` as fine as a month, `latest` of any kind.

    `cues` and `span` are those of the candidate in hand. `day_first` tells how the text's slashed dates stand.
    """

    anchor: Anchor
    narrative: bool = False
    latest: Mention | None = None
    day: Mention | None = None
    month: Mention | None = None
    quarter: Mention | None = None
    cues: frozenset[str] = NOTHING
    span: Span = _NOWHERE
    day_first: bool = False

    def after(self, answer: Answer) -> Context:
        """The context of what follows an answer."""
        period = answer.period
        if (
            "comparison" in answer.implied
            or period is None
            or answer.type not in (TimexType.DATE, TimexType.TIME)
            or period.granularity > G.YEAR
        ):
            return self
        mention, unit = Mention(period, self.span), period.granularity
        return Context(
            self.anchor,
            self.narrative,
            latest=mention,
            day=mention if unit <= G.DAY else self.day,
            month=mention if unit <= G.MONTH else self.month,
            quarter=mention if unit is G.QUARTER else self.quarter,
            cues=self.cues,
            span=self.span,
            day_first=self.day_first,
        )

    def at(self, cues: frozenset[str], span: Span) -> Context:
        """The context of the candidate with these cues, at this place."""
        return Context(
            self.anchor,
            self.narrative,
            self.latest,
            self.day,
            self.month,
            self.quarter,
            cues,
            span,
            self.day_first,
        )

    def mention_for(self, unit: G) -> Mention | None:
        """The last mention fine enough to count units of this size from."""
        if unit <= G.WEEK:
            return self.day or self.month
        if unit <= G.MONTH:
            return self.month or self.latest
        return self.latest

    @property
    def reference_year(self) -> int | None:
        """The year of the last mention in narrative, else that of the publication."""
        if self.narrative and self.latest is not None:
            return self.latest.period.year
        if self.anchor.day is not None:
            return Period.containing(G.YEAR, self.anchor.day).index
        return None if self.latest is None else self.latest.period.year


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression means here. `period` is the calendar piece, `interval` what no single piece is."""

    type: TimexType
    value: str
    basis: Basis = Basis.NONE
    period: Period | None = None
    interval: Interval | None = None
    granularity: G | None = None
    lasts: bool = False
    mod: str = ""
    quant: str = ""
    freq: str = ""
    implied: frozenset[str] = field(default=NOTHING)
    reference: Span | None = None

    @property
    def stretch(self) -> Interval | None:
        return self.period.interval if self.period is not None and self.interval is None else self.interval

    def implying(self, *names: str) -> Answer:
        return replace(self, implied=self.implied | set(names))


def dated(period: Period, basis: Basis, *implied: str, reference: Span | None = None) -> Answer:
    """A DATE that is one calendar piece."""
    return Answer(
        TimexType.DATE,
        period.value,
        basis,
        period,
        granularity=period.granularity,
        implied=frozenset(implied),
        reference=reference,
    )


def undated(value: str, granularity: G | None = None, basis: Basis = Basis.NONE, *implied: str) -> Answer:
    """A DATE of which only the shape is known: "XXXX-11-15"."""
    return Answer(TimexType.DATE, value, basis, granularity=granularity, implied=frozenset(implied))
