"""The text of an article cut into blocks and runs. Joined again they are the very same characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from webapp.context.segment import Role
from webapp.services.pages import BlockView, Run
from webapp.store.pieces import cut_points
from webapp.text.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A segment, as far as its place and role go."""

    span: Span
    role: Role
    story: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a text. Sentences, times and parts are in order and do not overlap.

    `told` gives the ids of the events cited to a sentence, by its beginning; `cited` is a beginning, or -1.
    """

    sentences: Sequence[Span]
    times: Sequence[Span]
    parts: Sequence[Part]
    told: Mapping[int, Sequence[str]]
    cited: int = -1


def sentence_at(sentences: Sequence[Span], point: int) -> int:
    """Where the sentence begins that holds the point, -1 where none does."""
    index = _Finder.of(sentences).holding(point)
    return sentences[index].start if index >= 0 else -1


def blocks(text: str, marks: Marks) -> Iterator[BlockView]:
    """Lines of the text with their runs and the role of their segment."""
    found = list(_runs(text, marks))
    starts = [start for start, _ in found]
    borders = [part.span.start for part in marks.parts]
    parts = _Finder.of([part.span for part in marks.parts])
    for line, end in lines(text, marks.sentences, borders):
        inside = found[bisect_right(starts, line.start) - 1 : bisect_right(starts, line.end - 1)]
        cut = tuple(_clipped(run, start, line) for start, run in inside)
        index = parts.holding(line.start + _indent(line.of(text)))
        role, story = (marks.parts[index].role, marks.parts[index].story) if index >= 0 else (Role.BODY, 0)
        yield BlockView(role, story, cut, text[line.end : end])


def lines(text: str, sentences: Sequence[Span], borders: Iterable[int]) -> list[tuple[Span, int]]:
    """Lines without the white space behind them, each with where the next one begins.

    A line break inside a sentence ends nothing; a border of segments does. White space at the very beginning
    belongs to the first line.
    """
    breaks = (found.end() for found in re.finditer(r"[\n\r]\s*", text))
    known = _Finder.of(sentences)
    cuts = {point for point in (*breaks, *borders) if not _is_within(known, point)}
    first = _indent(text)
    edges = [0, *(cut for cut in sorted(cuts) if first < cut < len(text)), len(text)]
    return [(Span(a, a + len(text[a:b].rstrip())), b) for a, b in pairwise(edges) if a < b]


def _is_within(sentences: _Finder, point: int) -> bool:
    index = sentences.holding(point)
    return index >= 0 and sentences.starts[index] < point


def _runs(text: str, marks: Marks) -> Iterator[tuple[int, Run]]:
    """Cut so that nothing changes within a run, each with where it begins."""
    sentences, times = _Finder.of(marks.sentences), _Finder.of(marks.times)
    for a, b in pairwise(cut_points(len(text), [*marks.sentences, *marks.times])):
        index = sentences.holding(a)
        start = marks.sentences[index].start if index >= 0 else -1
        ids = tuple(dict.fromkeys(marks.told.get(start, ())))
        is_cited = start >= 0 and start == marks.cited
        yield a, Run(text[a:b], start, times.holding(a), cited=is_cited, events=ids)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Spans that are asked many times which of them holds a point."""

    spans: Sequence[Span]
    starts: Sequence[int]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> _Finder:
        return cls(spans, [span.start for span in spans])

    def holding(self, point: int) -> int:
        """The index of the span that holds the point, -1 where none does."""
        index = bisect_right(self.starts, point) - 1
        return index if index >= 0 and point < self.spans[index].end else -1


def _clipped(run: Run, start: int, line: Span) -> Run:
    if line.start <= start and start + len(run.text) <= line.end:
        return run
    return replace(run, text=run.text[max(0, line.start - start) : line.end - start])


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
