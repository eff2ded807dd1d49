"""Words and marks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.text.span import Span
from webapp.text.tokens import tokenise

CASES = tomllib.loads((Path(__file__).parent / "tokens.toml").read_text(encoding="utf-8"))["cases"]
_NO_SPACE_BEFORE = (".", ",", ";", "’s", "'s", ")", "”", "?")


def joined(tokens: list[str]) -> str:
    text = ""
    for token in tokens:
        glued = not text or token in _NO_SPACE_BEFORE or text.endswith(("“", "("))
        text += token if glued else f" {token}"
    return text


@pytest.mark.parametrize("case", CASES)
def test_words_and_marks(case: str) -> None:
    expected = case.split("|")
    text = joined(expected)
    assert [t.text for t in tokenise(text, Span(0, len(text)))] == expected


@given(st.text(max_size=60))
def test_every_character_that_shows_lies_in_one_token(text: str) -> None:
    tokens = tokenise(text, Span(0, len(text)))
    covered = [i for t in tokens for i in range(t.span.start, t.span.end)]
    assert covered == sorted(set(covered))
    assert [i for i, c in enumerate(text) if not c.isspace() and i not in set(covered)] == []
    assert [t.text for t in tokens] == [t.span.of(text) for t in tokens]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Ada met Corin by the mill."
    assert [t.text for t in tokenise(text, Span(4, 13))] == ["met", "Corin"]


def test_capital_and_word_are_told() -> None:
    first, _, mark = tokenise("Élise left.", Span(0, 11))
    assert (first.is_capitalised, first.is_word, first.lower) == (True, True, "élise")
    assert (mark.is_capitalised, mark.is_word) == (False, False)
