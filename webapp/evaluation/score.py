"""How well predicted time expressions agree with annotated ones, as TempEval-3 measures it.

UzZaman et al., "SemEval-2013 Task 1: TempEval-3". `date` is our own: what a timeline lives on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from webapp.evaluation.annotated import AnnotatedDocument, Annotation, Answer
from webapp.evaluation.pairing import Pair, pairs
from webapp.evaluation.values import days_of, normal

_DATED = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Measure:
    """How many were right, of how many predicted and how many annotated."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Measure(right=3, predicted=4, gold=6).f1
        0.6
        """
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """
    strict   the extents are the same
    relaxed  the extents overlap, each paired with one at most
    type     the pairs of `relaxed` whose type agrees
    value    the pairs of `relaxed` whose value agrees
    date     DATE and TIME that name days, on both sides: the pairs that name the same days
    """

    strict: Measure = Measure()
    relaxed: Measure = Measure()
    type: Measure = Measure()
    value: Measure = Measure()
    date: Measure = Measure()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.strict + other.strict,
            self.relaxed + other.relaxed,
            self.type + other.type,
            self.value + other.value,
            self.date + other.date,
        )


def score(documents: Iterable[AnnotatedDocument], answer: Answer) -> Score:
    """Over all documents together; one without an answer counts as one in which nothing was found."""
    each = (score_document(document.annotations, answer.of(document)) for document in documents)
    return reduce(Score.__add__, each, Score())


def score_document(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> Score:
    """
    >>> from webapp.text.span import Span
    >>> gold = [Annotation(Span(3, 9), "DATE", "2024-11-15"), Annotation(Span(20, 28), "DURATION", "P2D")]
    >>> found = score_document(gold, [Annotation(Span(0, 9), "TIME", "2024-11-15TMO")])
    >>> found.strict.f1, found.relaxed.recall, found.value.right, found.date.f1
    (0.0, 0.5, 0, 1.0)
    """
    paired = pairs(gold, predicted)

    def of_all(right: int) -> Measure:
        return Measure(right, len(predicted), len(gold))

    return Score(
        strict=of_all(len({one.span for one in gold} & {one.span for one in predicted})),
        relaxed=of_all(len(paired)),
        type=of_all(sum(same_type(pair) for pair in paired)),
        value=of_all(sum(same_value(pair) for pair in paired)),
        date=_dates(gold, predicted),
    )


def same_type(pair: Pair) -> bool:
    return pair[0].type.upper() == pair[1].type.upper()


def same_value(pair: Pair) -> bool:
    return normal(pair[0].value) == normal(pair[1].value)


def _dates(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> Measure:
    wanted, found = [one for one in gold if _is_dated(one)], [one for one in predicted if _is_dated(one)]
    same = sum(days_of(one.value) == days_of(other.value) for one, other in pairs(wanted, found))
    return Measure(same, len(found), len(wanted))


def _is_dated(annotation: Annotation) -> bool:
    return annotation.type.upper() in _DATED and days_of(annotation.value) is not None
