"""Hostile text is read like any other. How fast is printed by `make bench` and never a test."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.bench.hostile import HOSTILE
from webapp.temporal.tagger import tag


def test_there_are_forty() -> None:
    assert len(HOSTILE) == 40


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("published", [date(2024, 11, 15), None])
def test_hostile_text_gives_spans_in_order(name: str, published: date | None) -> None:
    text = HOSTILE[name](2000)
    assert len(text) == 2000
    spans = [timex.span for timex in tag(text, published)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
