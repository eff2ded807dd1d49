"""The algebra of spans: half-open everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webapp.text.span import Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))
FULL = SPANS.filter(lambda s: len(s) > 0)


@given(FULL, FULL)
def test_spans_overlap_when_they_share_a_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(FULL, FULL)
def test_one_contains_another_when_it_has_all_its_characters(a: Span, b: Span) -> None:
    assert a.contains(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


@given(SPANS, st.integers(0, 20))
def test_a_moved_span_is_as_long(span: Span, by: int) -> None:
    assert len(span.moved(by)) == len(span)
    assert span.moved(by).start == span.start + by


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).of("on Friday") == "on "
