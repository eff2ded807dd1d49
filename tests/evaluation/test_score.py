"""Precision, recall and F1 of extents, types, values and dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.marking import marked
from webapp.evaluation.annotated import AnnotatedDocument, Annotation, Answer
from webapp.evaluation.pairing import paired_places, pairs
from webapp.evaluation.score import Measure, Score, score, score_document
from webapp.text.span import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda at: Span(at[0], at[0] + at[1]))
ANNOTATIONS = st.lists(
    st.builds(
        Annotation,
        SPANS,
        st.sampled_from(["DATE", "TIME", "DURATION"]),
        st.sampled_from(["2024", "2024-11-15", "P3D", "PXD"]),
    ),
    max_size=8,
)


def test_strict_wants_the_same_characters() -> None:
    found = score_document(
        marked("0-4 DATE 2024", "10-14 DATE 2025"), marked("0-4 DATE 2024", "9-14 DATE 2025")
    )
    assert found.strict == Measure(right=1, predicted=2, gold=2)
    assert found.relaxed == Measure(right=2, predicted=2, gold=2)


def test_one_long_prediction_meets_one_annotation_only() -> None:
    found = score_document(marked("0-4 DATE 2024", "5-9 DATE 2025"), marked("0-9 DATE 2024"))
    assert found.relaxed == Measure(right=1, predicted=1, gold=2)


def test_the_largest_overlap_is_paired_first() -> None:
    gold, predicted = marked("0-6 DATE 2024", "6-10 DATE 2025"), marked("5-9 DATE 2025", "0-2 DATE 2024")
    assert paired_places(gold, predicted) == ((1, 0), (0, 1))


def test_of_equal_overlaps_the_earlier_is_paired() -> None:
    assert paired_places(marked("0-8"), marked("0-4", "4-8")) == ((0, 0),)


def test_touching_is_not_overlapping() -> None:
    assert pairs(marked("0-4"), marked("4-8")) == ()


def test_type_and_value_are_counted_over_pairs() -> None:
    gold = marked("0-4 DATE 2024", "10-14 TIME 2024-11-15T09:00", "20-24 SET P1W")
    found = score_document(gold, marked("0-4 date 2024", "10-14 DATE 2024-11-15t09"))
    assert found.type == Measure(right=1, predicted=2, gold=3)
    assert found.value == Measure(right=2, predicted=2, gold=3)


def test_date_takes_days_whatever_the_notation() -> None:
    gold = marked("0-4 DATE 2024-W2", "10-14 DURATION P3D", "20-24 TIME 2024-11-15TNI")
    found = score_document(gold, marked("0-4 DATE 2024-W02", "10-14 DATE 2024", "20-24 DATE 2024-11-15"))
    assert found.date == Measure(right=2, predicted=3, gold=2)


def test_documents_count_together_and_a_missing_answer_as_nothing() -> None:
    documents = [
        AnnotatedDocument("a", "In 2024.", marked("3-7 DATE 2024")),
        AnnotatedDocument("b", "In 2025.", marked("3-7 DATE 2025")),
    ]
    found = score(documents, Answer({"a": marked("2-7 DATE 2024"), "c": marked("0-2")}, {}))
    assert found.strict == Measure(right=1, predicted=1, gold=2)
    assert (found.value.precision, found.value.recall) == (1.0, 0.5)
    assert found.value.f1 == pytest.approx(2 / 3)


def test_nothing_to_find_and_nothing_found() -> None:
    assert score([], Answer({}, {})) == Score()
    assert (Score().strict.precision, Score().strict.recall, Score().strict.f1) == (0.0, 0.0, 0.0)


@given(ANNOTATIONS, ANNOTATIONS)
def test_each_is_paired_at_most_once_and_overlaps(
    gold: list[Annotation], predicted: list[Annotation]
) -> None:
    places = paired_places(gold, predicted)
    assert len({i for i, _ in places}) == len({j for _, j in places}) == len(places)
    assert all(one.span.overlaps(other.span) for one, other in pairs(gold, predicted))


@given(ANNOTATIONS, ANNOTATIONS)
def test_what_is_left_over_overlaps_nothing_that_is_left_over(
    gold: list[Annotation], predicted: list[Annotation]
) -> None:
    places = paired_places(gold, predicted)
    left = [one for i, one in enumerate(gold) if i not in {i for i, _ in places}]
    over = [one for j, one in enumerate(predicted) if j not in {j for _, j in places}]
    # `overlaps` counts an empty stretch inside another; it shares no characters and is never paired.
    assert not any(
        one.span.overlaps(two.span) for one in left for two in over if len(one.span) and len(two.span)
    )


@given(ANNOTATIONS)
def test_the_annotation_itself_is_right_in_everything(gold: list[Annotation]) -> None:
    apart = [
        Annotation(Span(place * 60 + one.span.start, place * 60 + one.span.end + 1), one.type, one.value)
        for place, one in enumerate(gold)
    ]
    found = score_document(apart, apart)
    for measure in (found.strict, found.relaxed, found.type, found.value):
        assert measure == Measure(len(apart), len(apart), len(apart))
    assert found.date.right == found.date.predicted == found.date.gold
