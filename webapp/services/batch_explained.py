"""`dateline tag --explain`: each sentence with its time expressions and how they were read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from webapp.services.batch_tag import Tagged
from webapp.temporal import trace
from webapp.temporal.timex import Timex
from webapp.text.blocks import split_blocks
from webapp.text.sentences import split_sentences
from webapp.text.span import Span


def explained(documents: Iterable[Tagged]) -> Iterator[str]:
    """Line by line; sentences without a time expression are left out."""
    separator = ""
    for tagged in documents:
        yield separator + _head(tagged)
        yield from _sentences(tagged)
        separator = "\n"


def _head(tagged: Tagged) -> str:
    day = tagged.document.published
    told = f"published {day.isoformat()}" if day else "day of publication not known"
    nothing = "" if tagged.timexes else ": no time expression"
    return f"{tagged.document.name} ({told}){nothing}"


def _sentences(tagged: Tagged) -> Iterator[str]:
    text = tagged.document.text
    spans = [one.span for one in split_sentences(text, split_blocks(text))] if tagged.timexes else []
    starts = [span.start for span in spans]

    def place(timex: Timex) -> int:
        return max(0, bisect_right(starts, timex.span.start) - 1)

    for index, timexes in groupby(tagged.timexes, key=place):
        span = spans[index] if spans else Span(0, len(text))
        yield f"\n  {' '.join(span.of(text).split())}"
        for timex in timexes:
            yield from _expression(timex)


def _expression(timex: Timex) -> Iterator[str]:
    attributes = [("mod", timex.mod), ("quant", timex.quant), ("freq", timex.freq)]
    more = "".join(f" {name}={value}" for name, value in attributes if value)
    yield f"    {' '.join(timex.text.split())}  [{timex.type} {timex.value}{more}]"
    for number, step in enumerate(trace.steps(timex), start=1):
        yield f"      {number}. {trace.in_english(step)}"
