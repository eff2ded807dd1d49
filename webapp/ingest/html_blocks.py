"""A walk through a page: what a reader sees, block by block, and the part of the page it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from webapp.ingest.html_parts import BODY, Part, PartFinder

_DROPPED_TAGS = """
    script style template noscript head title meta link svg math canvas iframe object embed audio video
    select option datalist textarea input map area dialog"""
_INLINE_TAGS = """
    a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark meter
    nobr output picture progress q rp rt ruby s samp small source span strike strong sub sup time tt u
    var wbr"""
_DROPPED = frozenset(_DROPPED_TAGS.split())
_INLINE = frozenset(_INLINE_TAGS.split())
_CELLS = frozenset({"td", "th"})
_WITHIN = _INLINE | _CELLS | _DROPPED | {"br"}  # a script in the middle of a sentence does not end it
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *([\n\t]+) *")


@dataclass(frozen=True, slots=True)
class Block:
    text: str
    part: Part  # `BODY` in the article's own text


@dataclass(frozen=True, slots=True)
class _Inside:
    """What holds for everything inside an element."""

    part: Part
    keeps_space: bool = False


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Every block with something to read in it, in the order of the page."""
    found: list[Block] = []
    pieces: list[str] = []
    for inside, text, is_end in _pieces(tree):
        if is_end:
            found.extend(_block(pieces, inside))
            pieces = []
        pieces.append(text)
    return [*found, *_block(pieces, _Inside(BODY))]


def _pieces(tree: HtmlElement) -> Iterator[tuple[_Inside, str, bool]]:
    """Text as it comes; true says that a block ends before it, and that it was inside of the first value.

    `iterwalk` does not recurse, so no nesting is too deep for Python.
    """
    finder = PartFinder.of(tree)
    around = [_Inside(BODY)]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        inside, breaks = around[-1], _breaks(element)
        if event == "end":
            around.pop()
            after = "" if element is tree else _after(element, around[-1])
            yield inside, after, breaks
        elif not _is_seen(element):
            walk.skip_subtree()
            around.append(inside)
            yield inside, "", breaks
        else:
            part = finder.part_of(element, inside.part) if breaks else inside.part
            around.append(_Inside(part, inside.keeps_space or element.tag == "pre"))
            yield inside, _before(element, around[-1]), breaks


def _is_seen(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return False
    hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return not (hidden or _HIDDEN.search(element.get("style", "")))


def _breaks(element: HtmlElement) -> bool:
    """Does the element stand in a block of its own?"""
    tag = element.tag
    return isinstance(tag, str) and tag not in _WITHIN


def _before(element: HtmlElement, inside: _Inside) -> str:
    return ("\n" if element.tag == "br" else "") + _spaced(element.text, inside)


def _after(element: HtmlElement, inside: _Inside) -> str:
    return ("\t" if element.tag in _CELLS else "") + _spaced(element.tail, inside)


def _spaced(text: str | None, inside: _Inside) -> str:
    if not text:
        return ""
    return text.replace("\r\n", "\n") if inside.keeps_space else _SPACE.sub(" ", text)


def _block(pieces: Iterable[str], inside: _Inside) -> list[Block]:
    text = "".join(pieces)
    if not inside.keeps_space:
        text = _AROUND_BREAK.sub(r"\1", re.sub(" {2,}", " ", text))
    text = text.strip()
    return [Block(text, inside.part)] if text else []
