"""A text into blocks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from webapp.text.blocks import split_blocks

TABLES = tomllib.loads((Path(__file__).parent / "lines.toml").read_text(encoding="utf-8"))
CASES = [(table["separator"], blocks) for table in TABLES.values() for blocks in table["cases"]]


def blocks_of(text: str) -> list[str]:
    return [block.span.of(text) for block in split_blocks(text)]


@pytest.mark.parametrize(("separator", "blocks"), CASES)
def test_blocks_are_found(separator: str, blocks: list[str]) -> None:
    assert blocks_of(separator.join(blocks)) == blocks


@pytest.mark.parametrize(("separator", "blocks"), CASES)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_other_line_ends_give_as_many_paragraphs(separator: str, blocks: list[str], line_end: str) -> None:
    if separator == "\n":
        assert blocks_of(line_end.join(blocks)) == blocks


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\r\n\u2028"])
def test_text_of_white_space_has_no_block(text: str) -> None:
    assert blocks_of(text) == []


def test_white_space_round_a_line_is_left_out() -> None:
    assert blocks_of("  one \n\n\u00a0two\t\n") == ["one", "two"]


def test_lines_that_could_have_held_another_word_are_not_joined() -> None:
    text = "Ferry sinks\nThe whole crew was saved by a fishing boat from the next village\nNobody was hurt"
    assert len(blocks_of(text)) == 3
