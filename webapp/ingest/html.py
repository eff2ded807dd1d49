"""Web pages: the visible text in blocks, what the page declares about its parts, and its metadata."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from webapp.errors import BadInputError, Message
from webapp.ingest.charset import decode
from webapp.ingest.html_blocks import Block, blocks_of
from webapp.ingest.html_metadata import metadata_of
from webapp.ingest.html_parts import BODY
from webapp.ingest.limits import checked_text
from webapp.text.document import Document, Marked
from webapp.text.span import Span

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_HEAD = re.compile(r"(?:\s*<\?xml\b[^>]*>)*")
# What a page can declare in letters that are ASCII: neither UTF-16 nor Python's own codecs such as "undefined".
_TEXT_ENCODING = re.compile(
    r"utf-8|ascii|iso8859-\d{1,2}|cp(?:125\d|866|874|932|949|950)|koi8-[rtu]|mac-(?:roman|cyrillic)|tis-620"
    r"|gb(?:k|2312|18030)|big5(?:hkscs)?|euc_(?:jp|kr)|iso2022_jp|shift_jis"
)
_BETWEEN = "\n\n"
_THE_PAGE = Message("The page")


def read(data: bytes, *, where: str | Message = _THE_PAGE) -> Document:
    source = _decoded(data, where)
    if head := _XML_HEAD.match(source):
        source = source[head.end() :]
    text, marked = _laid_out(blocks_of(_tree(source, where)))
    known = metadata_of(source)
    return Document(
        checked_text(text, where=Message("The visible text of %(where)s", where=where), field="file"),
        title=known.title,
        publisher=known.publisher,
        url=known.url,
        metadata_date=known.published,
        marked=marked,
    )


def _decoded(data: bytes, where: str | Message) -> str:
    """In the encoding that the page declares, where it holds; else as for any text."""
    declared = _DECLARED.search(data[:2048])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        with suppress(LookupError, UnicodeError):
            encoding = codecs.lookup(declared[1].decode("ascii")).name
            if _TEXT_ENCODING.fullmatch(encoding):
                return data.decode(encoding)
    return decode(data, where=where)


def _tree(source: str, where: str | Message) -> HtmlElement:
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    checked_text(source, where=where, field="file")  # the parser would stop at half a character
    try:
        tree = document_fromstring(source, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BadInputError(
            "%(where)s holds no web page that can be read.", field="file", where=where
        ) from error
    # The parser drops what lies deeper; half an article would be worse than none.
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise BadInputError(
            "%(where)s nests its parts too deeply to be read whole. Copy the article and paste its text.",
            field="file",
            where=where,
        )
    return tree


def _laid_out(blocks: list[Block]) -> tuple[str, tuple[Marked, ...]]:
    """The blocks joined by blank lines; neighbours of one marked part of the page become one stretch."""
    marked: list[Marked] = []
    offset, last = 0, BODY
    for block in blocks:
        span = Span(offset, offset + len(block.text))
        if block.part == last != BODY:
            marked[-1] = Marked(Span(marked[-1].span.start, span.end), block.part.role)
        elif block.part != BODY:
            marked.append(Marked(span, block.part.role))
        last = block.part
        offset = span.end + len(_BETWEEN)
    return _BETWEEN.join(block.text for block in blocks), tuple(marked)
