"""Sentences inside a block. The splitting itself is nupunkt's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from webapp.text.blocks import Block
from webapp.text.nupunkt_adapter import spans_of
from webapp.text.span import Span

_CHUNK = 20_000  # a block longer than this is no prose: cut it, so that time stays linear
_SURE_END = re.compile(r"\b([a-z]{4,30})(\.[”’\")]{0,2})\s{1,3}(?=[A-Z“‘\"][A-Za-z])")
_LONG_ABBREVIATIONS = frozenset(
    ["approx", "dept", "assn", "govt", "messrs", "corp", "univ", "capt", "prof", "supt"]
)
_CUT = re.compile(r"[.!?]\s|\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`index` counts sentences of the document from 0."""

    span: Span
    index: int


def split_sentences(text: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """Sentences of all blocks in order, without white space at their ends; none crosses a block's end."""
    spans = [
        piece
        for block in blocks
        for chunk in _chunks(text, block.span)
        for span in spans_of(text, chunk)
        for piece in _pieces(text, span)
    ]
    return tuple(Sentence(span, index) for index, span in enumerate(spans))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A sentence, parted where a long word in lower case ends with a full stop and a capital follows: no
    abbreviation looks like that, yet the splitter takes some for one before a name."""
    start = span.start
    for match in _SURE_END.finditer(text, span.start, span.end):
        if match[1] not in _LONG_ABBREVIATIONS:
            yield Span(start, match.end(2))
            start = match.end()
    yield Span(start, span.end)


def _chunks(text: str, span: Span) -> Iterable[Span]:
    start = span.start
    while span.end - start > _CHUNK:
        cut = _CUT.search(text, start + _CHUNK, min(start + 2 * _CHUNK, span.end))
        end = cut.end() if cut else min(start + 2 * _CHUNK, span.end)
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)
