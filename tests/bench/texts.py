"""Ordinary text to measure with, from the sample articles."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

from webapp.ingest.registry import read_path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def ordinary(length: int) -> str:
    """Sample articles one after another, cut to the length."""
    bodies = [read_path(path).text for path in sorted(SEEDS.glob("[0-9]*.md"))]
    text = ""
    for body in cycle(bodies):
        text += body.strip() + "\n\n"
        if len(text) >= length:
            return text[:length]
    return text
