"""Which predicted expression stands for which annotated one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from webapp.evaluation.annotated import Annotation
from webapp.text.span import Span

Pair = tuple[Annotation, Annotation]
Places = tuple[int, int]


def pairs(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> tuple[Pair, ...]:
    """Each annotation with at most one prediction, largest overlaps first; of equal ones the earlier.

    >>> week, day = Annotation(Span(0, 9), "DATE", ""), Annotation(Span(5, 9), "DATE", "")
    >>> pairs([week], [day, week]) == ((week, week),)
    True
    """
    return tuple((gold[i], predicted[j]) for i, j in paired_places(gold, predicted))


def paired_places(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> tuple[Places, ...]:
    """The same pairs by their places in both lists."""
    taken_gold, taken_predicted, found = set[int](), set[int](), list[Places]()
    for _, i, j in sorted(_overlaps(gold, predicted)):
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            found.append((i, j))
    return tuple(found)


def _overlaps(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> Iterator[tuple[int, int, int]]:
    """Minus the number of shared characters, and the places of both."""
    by_start = sorted(range(len(predicted)), key=lambda j: predicted[j].span.start)
    starts = [predicted[j].span.start for j in by_start]
    longest = max((len(one.span) for one in predicted), default=0)
    for i, annotation in enumerate(gold):
        span = annotation.span
        near = by_start[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
        for j in near:
            if shared := _shared(span, predicted[j].span):
                yield -shared, i, j


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
