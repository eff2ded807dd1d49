"""Sentences inside blocks: where they end, and that no character is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.text.blocks import split_blocks
from webapp.text.sentences import split_sentences

HERE = Path(__file__).parent


def cases(name: str) -> list[list[str]]:
    tables = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [case for table in tables.values() for case in table["cases"]]


def sentences_of(text: str) -> list[str]:
    return [s.span.of(text) for s in split_sentences(text, split_blocks(text))]


@pytest.mark.parametrize("sentences", cases("sentences.toml"), ids=lambda s: s[0][:40])
def test_text_is_parted_where_a_reader_would(sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences)) == sentences


@pytest.mark.parametrize("sentences", cases("known_failures.toml"), ids=lambda s: s[0][:40])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences)) == sentences


@pytest.mark.parametrize("sentences", cases("sentences.toml"), ids=lambda s: s[0][:40])
def test_sentences_in_lines_of_their_own_are_the_same(sentences: list[str]) -> None:
    assert sentences_of("\n\n".join(sentences)) == sentences


def test_line_without_full_stop_is_a_sentence() -> None:
    text = "Ferry sinks off the cape\nThe crew was saved. Nobody was hurt\nMore soon"
    assert sentences_of(text) == [
        "Ferry sinks off the cape", "The crew was saved.", "Nobody was hurt", "More soon",
    ]  # fmt: skip


def test_sentence_may_run_over_a_wrapped_line() -> None:
    text = "The ferry left the northern quay at dawn with\nthirty passengers. It came back empty before the\nevening."
    assert sentences_of(text)[0] == "The ferry left the northern quay at dawn with\nthirty passengers."


def test_long_block_is_cut_and_nothing_is_lost() -> None:
    text = "word " * 9_000
    pieces = sentences_of(text)
    assert "".join("".join(pieces).split()) == "word" * 9_000


PIECES = st.sampled_from(
    [
        "The", "mill.", "“No,”", "she", "said…", "U.S.", "No. 5", "It’s", "|", "\t", "\r", "\u2028", "é", "ẞ", "😀",
        "?!", ")", "(", "a.b", "\u00a0",
        " ", "  ", "\n", "\n\n", "\r\n", "\u2029", "\v", "\ufeff", "Dr. Pryce", "p.m.",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_every_character_that_shows_lies_in_one_sentence(text: str) -> None:
    sentences = split_sentences(text, split_blocks(text))
    covered = [i for s in sentences for i in range(s.span.start, s.span.end)]
    assert len(covered) == len(set(covered))
    assert [i for i, c in enumerate(text) if not c.isspace() and i not in set(covered)] == []
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert covered == sorted(covered)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_sentences_and_blocks_have_no_white_space_at_their_ends(text: str) -> None:
    blocks = split_blocks(text)
    spans = [b.span for b in blocks] + [s.span for s in split_sentences(text, blocks)]
    assert [s.of(text) for s in spans if s.of(text) != s.of(text).strip() or not len(s)] == []
