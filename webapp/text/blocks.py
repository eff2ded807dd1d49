"""A text into blocks: its lines, where hard-wrapped ones belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from webapp.text.span import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\f\v]+")
_COLUMNS = re.compile(r"\S(?: {2,}|\t)\S| \| ")
_OPENS = re.compile(r"(?:by|published|posted|updated|photo|image|picture|copyright)\b|©|\(c\)", re.IGNORECASE)
_NARROWEST, _WIDEST = 40, 130  # characters a line has where mail programs and typists wrapped it


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or a paragraph whose lines were wrapped by hand. Without white space at its ends."""

    span: Span


def split_blocks(text: str) -> tuple[Block, ...]:
    """Blocks in order; every character that is not white space lies in one.

    >>> [b.span.of("A headline\\n\\nA paragraph.") for b in split_blocks("A headline\\n\\nA paragraph.")]
    ['A headline', 'A paragraph.']
    """
    blocks: list[Block] = []
    for paragraph in _paragraphs(text):
        if _is_wrapped(paragraph, text):
            blocks.append(Block(Span(paragraph[0].start, paragraph[-1].end)))
        else:
            blocks.extend(Block(line) for line in paragraph)
    return tuple(blocks)


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """Runs of lines without an empty line between them."""
    run: list[Span] = []
    for match in _LINE.finditer(text):
        line = _stripped(match, text)
        if line is None:
            continue
        if run and text.count("\n", run[-1].end, line.start) != 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _stripped(match: re.Match[str], text: str) -> Span | None:
    start, end = match.span()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _is_wrapped(lines: list[Span], text: str) -> bool:
    """Was every line filled as far as its width allowed, as a typist or a mail program does?"""
    if len(lines) < 2:
        return False
    if any(_COLUMNS.search(line.of(text)) for line in lines) or any(
        _OPENS.match(x.of(text)) for x in lines[1:]
    ):
        return False
    if len(lines) == 2 and not text[lines[1].start].islower():
        return False  # two lines with a capital each are more likely a headline and what stands under it
    width = max(len(line) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    for line, following in pairwise(lines):
        first_word = following.of(text).split(None, 1)[0]
        if len(line) + 1 + len(first_word) <= width - 4:
            return False
    return True
