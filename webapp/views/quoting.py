"""The quotation on a card: the clause that carries the event whole, what stands around it cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from webapp.timeline.page import Piece

_KEPT = 48  # characters of the rest that stay beside the clause
_WORTH_CUTTING = 24


def cut(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The quotation with its muted stretches shortened by "…"; time expressions are never cut."""
    stretches = [tuple(group) for _, group in groupby(pieces, key=lambda piece: piece.strong)]
    if not any(stretch[0].strong for stretch in stretches):
        return pieces
    out: list[Piece] = []
    for number, stretch in enumerate(stretches):
        if stretch[0].strong:
            out.extend(stretch)
        else:
            out.extend(_shortened(stretch, opens=number == 0, closes=number == len(stretches) - 1))
    return tuple(out)


def _shortened(stretch: tuple[Piece, ...], *, opens: bool, closes: bool) -> Iterator[Piece]:
    for position, piece in enumerate(stretch):
        if piece.time or len(piece.text) <= _KEPT + _WORTH_CUTTING:
            yield piece
        elif opens and position == 0:
            yield replace(piece, text="…" + _tail(piece.text))
        elif closes and position == len(stretch) - 1:
            yield replace(piece, text=_head(piece.text) + "…")
        elif len(piece.text) > 2 * (_KEPT + _WORTH_CUTTING):
            yield replace(piece, text=f"{_head(piece.text)} … {_tail(piece.text)}")
        else:
            yield piece


def _tail(text: str) -> str:
    return text[-_KEPT:].partition(" ")[2] or text[-_KEPT:]


def _head(text: str) -> str:
    return text[:_KEPT].rpartition(" ")[0] or text[:_KEPT]


def plain(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
