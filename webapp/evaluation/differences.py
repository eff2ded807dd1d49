"""Where predictions differ from the annotation, by cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from webapp.evaluation.annotated import AnnotatedDocument, Annotation, Answer
from webapp.evaluation.pairing import Pair, paired_places
from webapp.evaluation.score import same_type, same_value


class Cause(StrEnum):
    MISSED = "missed"  # annotated, and nothing predicted there
    SPURIOUS = "spurious"  # predicted, and nothing annotated there
    EXTENT = "extent"  # paired, not of the same characters
    TYPE = "type"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Difference:
    """One side is `None` where nothing was annotated or predicted. A pair differs by one cause or several."""

    cause: Cause
    document: AnnotatedDocument
    gold: Annotation | None
    predicted: Annotation | None

    @property
    def start(self) -> int:
        return min(one.span.start for one in (self.gold, self.predicted) if one is not None)


def differences(documents: Iterable[AnnotatedDocument], answer: Answer) -> tuple[Difference, ...]:
    """Document by document, in the order of the text."""
    return tuple(
        one
        for document in documents
        for one in sorted(_in_document(document, answer.of(document)), key=lambda one: (one.start, one.cause))
    )


def _in_document(document: AnnotatedDocument, predicted: tuple[Annotation, ...]) -> Iterator[Difference]:
    gold, places = document.annotations, paired_places(document.annotations, predicted)
    met_gold, met_predicted = {i for i, _ in places}, {j for _, j in places}
    for i, one in enumerate(gold):
        if i not in met_gold:
            yield Difference(Cause.MISSED, document, one, None)
    for j, one in enumerate(predicted):
        if j not in met_predicted:
            yield Difference(Cause.SPURIOUS, document, None, one)
    for i, j in places:
        for cause in _causes((gold[i], predicted[j])):
            yield Difference(cause, document, gold[i], predicted[j])


def _causes(pair: Pair) -> Iterator[Cause]:
    gold, predicted = pair
    if gold.span != predicted.span:
        yield Cause.EXTENT
    if not same_type(pair):
        yield Cause.TYPE
    if not same_value(pair):
        yield Cause.VALUE
