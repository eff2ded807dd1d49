"""Annotated text to measure on, from the folder that `DATELINE_CORPORA` names."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from webapp.evaluation.annotated import AnnotatedDocument
from webapp.evaluation.files import read_gold
from webapp.services.batch_tag import Untagged, asked_in


@dataclass(frozen=True, slots=True)
class Corpus:
    name: str
    gold: tuple[AnnotatedDocument, ...]
    asked: tuple[Untagged, ...]

    @property
    def size(self) -> float:
        """KB of text."""
        return sum(len(document.text.encode()) for document in self.asked) / 1000


def folder() -> Path | None:
    named = os.environ.get("DATELINE_CORPORA", "")
    return Path(named) if named and Path(named).is_dir() else None


def corpora() -> tuple[Corpus, ...]:
    """The sets in `timex/*.json` or, if the folder is that one itself, in `*.json`."""
    place = folder()
    if place is None:
        return ()
    inside = place / "timex" if (place / "timex").is_dir() else place
    return tuple(_corpus(path) for path in sorted(inside.glob("*.json")))


def _corpus(path: Path) -> Corpus:
    return Corpus(path.stem, read_gold(path), tuple(asked_in(json.loads(path.read_bytes()))))


def dated(texts: list[str]) -> tuple[Untagged, ...]:
    """Texts without annotation, for where there is no corpus."""
    return tuple(Untagged(str(number), text, date(2024, 11, 15)) for number, text in enumerate(texts))
