"""Time expressions in running text: recognise first, resolve later.

`scan` never sees an anchor and `resolve_all` never sees a text, so a corrected publication date re-resolves a
document without reading it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.anchor import Anchor
from webapp.temporal.engine.around import from_event
from webapp.temporal.engine.refine import candidates_of, left_out_of
from webapp.temporal.engine.resolve import resolved
from webapp.temporal.engine.scan import find
from webapp.temporal.timex import Candidate, Timex
from webapp.text.span import Span


def scan(text: str, span: Span | None = None) -> tuple[Candidate, ...]:
    """Every time expression of the text, in order, not overlapping; offsets are those of `text`.

    >>> [c.text for c in scan("They met on 15 November and spoke two days later.")]
    ['15 November', 'two days later']
    """
    within = Span(0, len(text)) if span is None else span
    return candidates_of(*find(text, within.start, within.end))


def ages(text: str, span: Span | None = None) -> tuple[Candidate, ...]:
    """How old people and things are: read like times, but no dates of anything, so `scan` leaves them out.

    >>> [c.text for c in ages("A 92-year-old singer sang for two hours.")]
    ['A 92-year-old']
    """
    within = Span(0, len(text)) if span is None else span
    return left_out_of(*find(text, within.start, within.end))


def resolve_all(
    candidates: Sequence[Candidate], anchor: Anchor, *, narrative: bool | None = None
) -> tuple[Timex, ...]:
    """One `Timex` for each candidate, in the same order.

    `narrative` says that dates named in the text, not the publication, are what later ones count from; `None`
    decides from the candidates.
    """
    return tuple(resolved(candidates, anchor, narrative))


def tag(text: str, published: date | None = None) -> tuple[Timex, ...]:
    """Scan and resolve against a known day of publication.

    >>> [t.value for t in tag("The vote is on February 23 next year.", date(2024, 11, 16))]
    ['2025-02-23']
    """
    return resolve_all(scan(text), Anchor(day=None if published is None else published.toordinal()))


def resolve_from_event(timex: Timex, event: Interval, granularity: Granularity) -> Timex:
    """The same expression once the event it counts from is dated; its basis stays EVENT.

    Whole weeks, months and years from an event known to the day give the exact day, unless the count is a guess.

    >>> day = Interval.of_days(739205, 739205)  # 15 November 2024
    >>> resolve_from_event(tag("Two weeks before the vote he fled.")[0], day, Granularity.DAY).value
    '2024-11-01'
    """
    return from_event(timex, event, granularity)
