"""What a block looks like by itself, before its neighbours are considered."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from webapp.text.blocks import Block

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_GAP = re.compile(r"\S(?: {2,}|\t+)(?=\S)")
_LONGEST_MATCHED = 700  # characters of a line that the patterns are tried on


class Shape(StrEnum):
    """The names of the pattern lists in the locale's file, and three for lines that match none."""

    POINTER = "pointer"
    TEASER_END = "teaser_end"
    COMMENTS = "comments"
    RELATED = "related"
    TAIL = "tail"
    CREDIT = "credit"
    FURNITURE = "furniture"
    TITLE = "title"  # a line that does not end as a sentence does
    SHORT = "short"  # a sentence, but a short one
    PARAGRAPH = "paragraph"

    @property
    def is_prose(self) -> bool:
        return self in (Shape.PARAGRAPH, Shape.SHORT)


# A line is the first of these that matches.
_ORDER = (
    Shape.POINTER,
    Shape.TEASER_END,
    Shape.COMMENTS,
    Shape.RELATED,
    Shape.TAIL,
    Shape.CREDIT,
    Shape.FURNITURE,
)
_WORDS_IN_TITLE = 30
_WORDS_IN_PARAGRAPH = 14


@dataclass(frozen=True, slots=True)
class Shaped:
    """A block with its shape, its number of words and its text folded for comparing titles."""

    block: Block
    shape: Shape
    words: int
    folded: str


def shape_of(text: str, block: Block) -> Shaped:
    """The block's shape, from its own characters alone."""
    line = block.span.of(text)
    words = len(line.split())
    folded = " ".join(line.lower().split())
    return Shaped(block, _shape(line, folded, words), words, folded)


def _shape(line: str, folded: str, words: int) -> Shape:
    if len(folded) <= _LONGEST_MATCHED:
        for shape in _ORDER:
            if _patterns()[shape].fullmatch(folded) and not _is_long_prose(shape, line, words):
                return shape
    if _is_label(line, words) or _is_menu(line):
        return Shape.FURNITURE
    if words <= _WORDS_IN_TITLE and (line.endswith("?") or not _SENTENCE_END.search(line)):
        return Shape.TITLE
    return Shape.PARAGRAPH if words > _WORDS_IN_PARAGRAPH else Shape.SHORT


def _is_long_prose(shape: Shape, line: str, words: int) -> bool:
    """Prose may begin as furniture does ("By Friday the bridge …", "More in hope than …")."""
    if shape in (Shape.TAIL, Shape.CREDIT, Shape.POINTER):
        return False
    return (
        words > 4
        and bool(_SENTENCE_END.search(line))
        and not line.lower().startswith(("subscribe", "sign up", "get "))
    )


def _is_menu(line: str) -> bool:
    """Words set apart by more than a space: "Visit   Exhibitions   Shop"."""
    return len(_GAP.findall(line)) >= 2 and not _SENTENCE_END.search(line)


def _is_label(line: str, words: int) -> bool:
    """A section's name: "Analysis | Europe", "LATEST", "Europe, News"."""
    if "|" in line and words <= 8:
        return True
    return words <= 3 and (
        line.isupper() or bool(re.fullmatch(r"[A-Z]\w{1,20}(?:, [A-Z]\w{1,20}){1,3}", line))
    )


@cache
def _patterns() -> dict[Shape, re.Pattern[str]]:
    data = tomllib.loads((files("webapp.context.locales") / "en.toml").read_text(encoding="utf-8"))
    return {
        shape: re.compile("|".join(f"(?:{pattern})" for pattern in data[shape.value])) for shape in _ORDER
    }
