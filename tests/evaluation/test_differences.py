"""What differs, by its cause."""

from __future__ import annotations

from tests.evaluation.marking import marked
from webapp.evaluation.annotated import AnnotatedDocument, Answer
from webapp.evaluation.differences import Cause, Difference, differences
from webapp.evaluation.table import difference_lines

TEXT = "On Friday they met for two days, early in May, now and again."
GOLD = marked("3-9 DATE 2024-11-15", "23-31 DURATION P2D", "33-45 DATE 2024-05", "47-50 DATE PRESENT_REF")
PREDICTED = marked("3-9 DATE 2024-11-15", "23-31 DATE P2D", "42-45 DATE 2025-05", "55-60 SET P1D")


def found() -> tuple[Difference, ...]:
    document = AnnotatedDocument("a", TEXT, GOLD)
    return differences([document], Answer({"a": PREDICTED}, {}))


def test_each_cause_in_the_order_of_the_text() -> None:
    assert [(one.cause, one.start) for one in found()] == [
        (Cause.TYPE, 23),
        (Cause.EXTENT, 33),
        (Cause.VALUE, 33),
        (Cause.MISSED, 47),
        (Cause.SPURIOUS, 55),
    ]


def test_no_difference_from_itself() -> None:
    document = AnnotatedDocument("a", TEXT, GOLD)
    assert differences([document], Answer({"a": GOLD}, {})) == ()


def test_table_counts_each_cause_and_shows_as_many_examples_as_asked() -> None:
    lines = list(difference_lines(found(), examples=1))
    assert lines == [
        "missed        1",
        "    a:47  annotated “now” DATE PRESENT_REF",
        "spurious      1",
        "    a:55  found “again” SET P1D",
        "extent        1",
        "    a:33  annotated “early in May” DATE 2024-05, found “May” DATE 2025-05",
        "type          1",
        "    a:23  annotated “two days” DURATION P2D, found “two days” DATE P2D",
        "value         1",
        "    a:33  annotated “early in May” DATE 2024-05, found “May” DATE 2025-05",
    ]
    assert [line.split() for line in difference_lines(found(), examples=0)] == [[c.value, "1"] for c in Cause]


def test_white_space_at_the_ends_is_no_difference() -> None:
    document = AnnotatedDocument("a", TEXT, GOLD[:1])
    assert differences([document], Answer({"a": marked("2-10 DATE 2024-11-15")}, {})) == ()
