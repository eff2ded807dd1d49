"""Readings and arrangements, made by the engine and remembered while the server runs.

A reading depends on its document alone, so that arranging a pile anew reads only what is new in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from webapp.extract.reading import Reading
from webapp.text.document import Document
from webapp.timeline.arrangement import Arrangement

_REMEMBERED = 2048  # about 90 bytes for each character of text


@lru_cache(maxsize=_REMEMBERED)
def read(document: Document) -> Reading:
    """The same document, with the same given date, is read once."""
    return read_anew(document)


def read_anew(document: Document) -> Reading:
    from webapp.extract import pipeline

    return pipeline.read(document)


def arranged(documents: Iterable[Document]) -> Arrangement:
    """The whole pile, in an order of its own."""
    return arrange_anew([read(document) for document in documents])


def arrange_anew(readings: Iterable[Reading]) -> Arrangement:
    from webapp.timeline.arrange import arrange

    return arrange(readings)


@cache
def engine() -> str:
    """What machine rows are marked with."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"dateline {version('dateline')}"
    except PackageNotFoundError:
        return "dateline"
