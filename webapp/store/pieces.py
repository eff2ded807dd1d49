"""A quotation cut where its clause and its time words begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from webapp.text.span import Span
from webapp.timeline.page import Piece


def pieces(quote: str, offset: int, clause: Span, times: Iterable[Span]) -> tuple[Piece, ...]:
    """The whole quotation in order; `offset` is where it begins in its document, to which the spans refer.

    >>> [p.text for p in pieces("So on Friday he left.", 10, Span(13, 30), [Span(13, 22)])]
    ['So ', 'on Friday', ' he left', '.']
    """
    strong = clause.moved(-offset)
    marked = [span.moved(-offset) for span in times]
    cuts = cut_points(len(quote), [strong, *marked])
    return tuple(
        Piece(
            quote[a:b],
            strong=strong.start <= a < strong.end,
            time=any(span.start <= a < span.end for span in marked),
        )
        for a, b in pairwise(cuts)
    )


def cut_points(length: int, spans: Iterable[Span]) -> list[int]:
    """Where a text has to be cut so that no part crosses an end of a span, 0 and its length among them."""
    points = {0, length}
    for span in spans:
        points.update(point for point in (span.start, span.end) if 0 < point < length)
    return sorted(points)
