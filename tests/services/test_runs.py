"""An article's text cut into lines and runs: nothing is lost, nothing is moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.context.segment import Role
from webapp.services.runs import Marks, Part, blocks, lines, sentence_at
from webapp.text.span import Span

_TEXT = st.text(st.sampled_from("ab. \n\r\t é—"), max_size=60)


def _spans(text: str, cuts: list[int]) -> list[Span]:
    """Some stretches in order, not overlapping."""
    points = sorted({cut % (len(text) + 1) for cut in cuts})
    return [Span(a, b) for a, b in zip(points[::2], points[1::2], strict=False) if a < b]


@given(_TEXT, st.lists(st.integers(0, 99)), st.lists(st.integers(0, 99)), st.lists(st.integers(0, 99)))
def test_joined_again_it_is_the_same_text(
    text: str, one: list[int], two: list[int], three: list[int]
) -> None:
    parts = [Part(span, Role.CAPTION, 0) for span in _spans(text, three)]
    marks = Marks(_spans(text, one), _spans(text, two), parts, {})
    found = list(blocks(text, marks))
    assert "".join("".join(run.text for run in block.runs) + block.gap for block in found) == text
    assert all(not block.gap.strip() for block in found)
    for block in found:
        for run in block.runs:
            assert run.sentence < 0 or run.sentence in {span.start for span in marks.sentences}


@pytest.mark.parametrize(
    ("text", "sentences", "expected"),
    [
        ("One.\nTwo.", [Span(0, 4), Span(5, 9)], ["One.", "Two."]),
        ("One\nline.\n\nTwo.", [Span(0, 9), Span(11, 15)], ["One\nline.", "Two."]),
        ("\n\n One.", [Span(3, 7)], ["\n\n One."]),
        ("One.\r\n\r\n\tTwo.", [], ["One.", "Two."]),
        ("One. Two.", [Span(0, 4), Span(5, 9)], ["One. Two."]),
    ],
)
def test_lines_end_at_line_breaks_outside_of_sentences(
    text: str, sentences: list[Span], expected: list[str]
) -> None:
    assert [span.of(text) for span, _ in lines(text, sentences, [])] == expected


def test_segments_begin_lines_of_their_own() -> None:
    text = "Story. Photo: someone."
    parts = [Part(Span(0, 6), Role.BODY, 0), Part(Span(7, 22), Role.CAPTION, 1)]
    found = list(blocks(text, Marks([Span(0, 6), Span(7, 22)], [], parts, {0: ["e"]}, cited=7)))
    assert [(b.role, b.story, b.gap) for b in found] == [(Role.BODY, 0, " "), (Role.CAPTION, 1, "")]
    assert [(run.events, run.cited) for b in found for run in b.runs] == [(("e",), False), ((), True)]


def test_a_sentence_is_found_by_any_of_its_characters() -> None:
    sentences = [Span(2, 5), Span(7, 9)]
    assert [sentence_at(sentences, point) for point in (0, 2, 4, 5, 8, 9)] == [-1, 2, 2, -1, 7, -1]


def test_a_long_line_costs_little() -> None:
    text = "x " * 500_000
    assert (
        sum(len(run.text) for block in blocks(text, Marks([], [], [], {})) for run in block.runs) == 999_999
    )
