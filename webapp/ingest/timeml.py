"""TimeML files: the text, its day of publication, and the time expressions marked in it.

Other marks (EVENT, SIGNAL, links) are left out; their words stay. Entities, network and huge trees are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from webapp.errors import BadInputError, Message, WrongTypeError
from webapp.ingest.charset import THE_FILE
from webapp.ingest.limits import checked_size
from webapp.settings import MAX_UPLOAD_BYTES
from webapp.text.span import Span

SUFFIXES = (".tml", ".timeml", ".xml")
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:\?xml\b|!DOCTYPE\s{1,20}TimeML\b|TimeML\b)")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_PLACE = re.compile(r", line \d+, column \d+$")


@dataclass(frozen=True, slots=True)
class Timex3:
    """A TIMEX3 tag as somebody wrote it; "" for what it does not say."""

    span: Span
    type: str
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """`name` is the DOCID, "" without one. Tags around no characters are not among `timexes`."""

    name: str
    text: str
    published: date | None
    timexes: tuple[Timex3, ...]


def looks_like(data: bytes) -> bool:
    """Does it begin as XML that may be TimeML?"""
    return _START.match(data) is not None


def files_under(folder: Path) -> tuple[Path, ...]:
    """The TimeML files in a folder and those below it, in order of their names."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not found:
        raise BadInputError(
            "%(folder)s holds no TimeML file (%(suffixes)s).", folder=folder, suffixes=", ".join(SUFFIXES)
        )
    return tuple(found)


def read(data: bytes, *, where: str | Message = THE_FILE) -> Annotated:
    """The document that a TimeML file holds, its text without any tags.

    >>> source = b'<TimeML><TEXT>On <TIMEX3 type="DATE" value="2024-11-15">Friday</TIMEX3>.</TEXT></TimeML>'
    >>> read(source).text, read(source).timexes[0].span
    ('On Friday.', Span(start=3, end=9))
    """
    checked_size(len(data), where=where, most=MAX_UPLOAD_BYTES, field="file")
    root = _root(data, where)
    body = next(root.iter("{*}TEXT"), root)
    text, timexes = _flattened(body)
    return Annotated(_name(root), text, _published(root), timexes)


def _root(data: bytes, where: str | Message) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = _PLACE.sub("", error.msg or "it cannot be read")
        raise BadInputError(
            "%(where)s is broken XML on line %(line)s: %(reason)s.",
            where=where,
            line=error.lineno or 1,
            reason=reason,
        ) from error
    if etree.QName(root).localname != "TimeML":
        raise WrongTypeError(
            "%(where)s is XML but not TimeML: it begins with <%(tag)s>.",
            where=where,
            tag=etree.QName(root).localname,
        )
    _check_entities(root, where)
    return root


def _check_entities(root: etree._Element, where: str | Message) -> None:
    """An entity may stand for anything, and for a billion of them."""
    if _has_declared(root) or next(root.iter(etree.Entity), None) is not None:
        raise BadInputError(
            "%(where)s uses entities of its own, which are not read. Write the characters themselves.",
            where=where,
        )


def _has_declared(root: etree._Element) -> bool:
    head = root.getroottree().docinfo.internalDTD
    return head is not None and any(head.iterentities())  # type: ignore[attr-defined]  # the stubs lack it


def _name(root: etree._Element) -> str:
    found = next(root.iter("{*}DOCID"), None)
    return "" if found is None else _flattened(found)[0].strip()


def _published(root: etree._Element) -> date | None:
    for tag in root.iter("{*}TIMEX3"):
        if tag.get("functionInDocument") == "CREATION_TIME":
            found = _DAY.match(str(tag.get("value", "")))
            return None if found is None else _day(*(int(part) for part in found.groups()))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _flattened(body: etree._Element) -> tuple[str, tuple[Timex3, ...]]:
    """All characters below an element, and where TIMEX3 tags stood among them."""
    pieces, length = list[str](), 0
    starts, timexes = list[int](), list[Timex3]()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts.append(length)
            piece = element.text or ""
        else:
            span = Span(starts.pop(), length)
            if len(span) and etree.QName(element).localname == "TIMEX3":
                timexes.append(_timex3(element, span))
            piece = "" if element is body else element.tail or ""
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(sorted(timexes, key=lambda timex: timex.span))


def _timex3(element: etree._Element, span: Span) -> Timex3:
    def said(name: str) -> str:
        return str(element.get(name, "")).strip()

    return Timex3(span, said("type"), said("value"), said("mod"), said("quant"), said("freq"))
