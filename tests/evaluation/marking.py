"""Annotations written as a line: "3-9 DATE 2024-11-15"."""

from __future__ import annotations

from webapp.evaluation.annotated import Annotation
from webapp.text.span import Span


def marked(*lines: str) -> tuple[Annotation, ...]:
    return tuple(_one(line) for line in lines)


def _one(line: str) -> Annotation:
    extent, kind, value = [*line.split(), "", ""][:3]
    start, end = extent.split("-")
    return Annotation(Span(int(start), int(end)), kind, value)
