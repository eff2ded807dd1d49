"""Is this news, told from its own day, or a story told from the dates in it?"""

from __future__ import annotations

from collections.abc import Sequence

from webapp.temporal.algebra.granularity import Granularity as G
from webapp.temporal.algebra.period import Period
from webapp.temporal.anchor import Anchor
from webapp.temporal.expression import CalendarDate, Expression, From, Named, Shift, Weekday, bare
from webapp.temporal.timex import Candidate

_ENOUGH = 3  # years stated before a text can be a story


def is_narrative(candidates: Sequence[Candidate], anchor: Anchor) -> bool:
    """Stories state years, mostly long past ones, and hardly say "yesterday" or "Friday"."""
    said = [bare(c.expression) for c in candidates]
    years = sorted(
        e.year
        for e in said
        if isinstance(e, CalendarDate) and e.year is not None and not e.short and e.granularity <= G.YEAR
    )
    deictic = sum(_is_deictic(e) for e in said)
    if len(years) < _ENOUGH or deictic * 5 > len(years):
        return False
    if anchor.day is None:
        return True
    return years[len(years) // 2] < Period.containing(G.YEAR, anchor.day).index - 1


def _is_deictic(said: Expression) -> bool:
    if isinstance(said, Shift):
        return said.anchor is From.PUBLICATION
    return isinstance(said, Weekday) or (isinstance(said, Named) and said.step is not None)
