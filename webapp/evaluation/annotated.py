"""Text with its time expressions marked, by an annotator or by a tagger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.text.span import Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """One marked expression; `type` and `value` are TIMEX3's, "" where the annotator gave none."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    id: str
    text: str
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tagger found, by document. `texts` holds the texts it saw, where its file carries them.

    `seconds` is the processor time it took, `None` where that is not told.
    """

    found: Mapping[str, tuple[Annotation, ...]]
    texts: Mapping[str, str]
    seconds: float | None = None

    def of(self, document: AnnotatedDocument) -> tuple[Annotation, ...]:
        """Nothing for a document without an answer; no extent keeps white space at its ends."""
        return tuple(trimmed(one, document.text) for one in self.found.get(document.id, ()))


def trimmed(annotation: Annotation, text: str) -> Annotation:
    """The same without white space at its ends.

    >>> trimmed(Annotation(Span(2, 10), "DATE", "2024"), "in  May 24 ").span
    Span(start=4, end=10)
    """
    start, end = annotation.span.start, annotation.span.end
    piece = text[start:end]
    span = Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
    if not piece.strip() or span == annotation.span:
        return annotation
    return Annotation(span, annotation.type, annotation.value)
