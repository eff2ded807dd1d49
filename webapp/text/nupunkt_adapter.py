"""The only user of nupunkt, which has no types of its own that we rely on."""

from __future__ import annotations

from webapp.text.span import Span


def spans_of(text: str, span: Span) -> list[Span]:
    """Sentence spans inside `span`, in document offsets, without white space at their ends."""
    import nupunkt  # loads its model on first use

    piece = span.of(text)
    return [
        _stripped(piece, start, end, span.start)
        for start, end in nupunkt.sent_spans(piece)
        if piece[start:end].strip()
    ]


def _stripped(piece: str, start: int, end: int, offset: int) -> Span:
    sentence = piece[start:end]
    first = start + len(sentence) - len(sentence.lstrip())
    return Span(offset + first, offset + start + len(sentence.rstrip()))
