"""Scores and differences as lines of aligned text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from webapp.evaluation.annotated import Annotation
from webapp.evaluation.differences import Cause, Difference
from webapp.evaluation.score import Measure, Score

_COLUMNS = ("strict", "relaxed", "type", "value", "date")
_LONGEST_QUOTE = 60


def score_lines(rows: Sequence[tuple[str, Score, float | None]]) -> Iterator[str]:
    """A head of two lines, then a line for each name, its score and its KB of text a second."""
    width = max((len(name) for name, _, _ in rows), default=0)
    yield f"{'':{width}}  {'':>6}  " + "  ".join(f"{column:^17}" for column in _COLUMNS).rstrip()
    yield (
        f"{'':{width}}  {'found':>6}  "
        + "  ".join(f"{'P':>5} {'R':>5} {'F1':>5}" for _ in _COLUMNS)
        + (f"  {'KB/s':>7}")
    )
    for name, score, speed in rows:
        measures = "  ".join(_percent(getattr(score, column)) for column in _COLUMNS)
        rate = "-" if speed is None else f"{speed:.1f}"
        yield f"{name:{width}}  {score.relaxed.predicted:6}  {measures}  {rate:>7}"


def _percent(measure: Measure) -> str:
    return f"{100 * measure.precision:5.1f} {100 * measure.recall:5.1f} {100 * measure.f1:5.1f}"


def difference_lines(found: Iterable[Difference], *, examples: int) -> Iterator[str]:
    """How many of each cause, each with its first examples."""
    by_cause = {
        cause: list(ones) for cause, ones in groupby(sorted(found, key=_rank), key=lambda one: one.cause)
    }
    for cause in Cause:
        ones = by_cause.get(cause, [])
        yield f"{cause.value:8} {len(ones):6}"
        yield from (f"    {_example(one)}" for one in islice(ones, examples))


def _rank(one: Difference) -> int:
    return list(Cause).index(one.cause)


def _example(one: Difference) -> str:
    sides = [("annotated", one.gold), ("found", one.predicted)]
    told = ", ".join(f"{name} {_told(side, one.document.text)}" for name, side in sides if side is not None)
    return f"{one.document.id}:{one.start}  {told}"


def _told(annotation: Annotation, text: str) -> str:
    quote = " ".join(annotation.span.of(text).split())
    short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
    return f"“{short}” {annotation.type} {annotation.value}".rstrip()
