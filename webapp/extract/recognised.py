"""What a document says in so many words, before anything is known of when it was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.context.divide import divide
from webapp.context.segment import Role
from webapp.context.stories import Scanned
from webapp.extract.actors import gather
from webapp.extract.cast import Cast
from webapp.extract.clauses import Clause, split_clauses
from webapp.extract.names import find_names
from webapp.extract.verbs import Verb, find_verbs
from webapp.temporal.tagger import scan
from webapp.text.blocks import split_blocks
from webapp.text.document import Document
from webapp.text.language import language_of
from webapp.text.sentences import Sentence, split_sentences
from webapp.text.span import Span
from webapp.text.tokens import Token, tokenise

_LONGEST = 2_000  # characters: what is longer without a full stop is a list or worse, and tells no event
_NAMELESS = (Role.FURNITURE, Role.COMMENT, Role.CAPTION)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its words, verbs and clauses, and the part of the page it stands in."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    verbs: tuple[Verb, ...]
    clauses: tuple[Clause, ...]
    role: Role
    story: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """`cast` runs parallel to `parsed`. Interpreting it again with another date reads no text."""

    document: Document
    language: str
    scanned: Scanned
    parsed: tuple[Parsed, ...]
    cast: Cast


def recognise(document: Document) -> Recognised:
    """Blocks, roles, sentences, time expressions and names of a document."""
    language = document.language or language_of(document.text)
    blocks = split_blocks(document.text)
    parts = divide(document, blocks)
    is_read = language == "en"
    candidates = tuple(scan(document.text, part.block.span) if is_read else () for part in parts)
    parsed = _parse(document, Scanned(document, parts, candidates), is_read=is_read)
    cast = gather([(p.tokens, find_names(p.tokens) if p.role not in _NAMELESS else ()) for p in parsed])
    return Recognised(document, language, Scanned(document, parts, candidates), parsed, cast)


def _parse(document: Document, scanned: Scanned, *, is_read: bool) -> tuple[Parsed, ...]:
    sentences = split_sentences(document.text, [part.block for part in scanned.parts])
    parsed: list[Parsed] = []
    waiting = [c.span for found in scanned.candidates for c in found if c.event is not None]
    parts = iter(scanned.parts)
    part = next(parts, None)
    for sentence in sentences:
        while part is not None and part.block.span.end <= sentence.span.start:
            part = next(parts, None)
        if part is None:
            break
        tells = is_read and part.role not in (Role.FURNITURE, Role.COMMENT) and len(sentence.span) <= _LONGEST
        tokens = tokenise(document.text, sentence.span) if tells else ()
        verbs = tuple(v for v in find_verbs(tokens) if not _is_in_event(tokens[v.head].span, waiting))
        parsed.append(Parsed(sentence, tokens, verbs, split_clauses(tokens, verbs), part.role, part.story))
    return tuple(parsed)


def _is_in_event(span: Span, waiting: Sequence[Span]) -> bool:
    """Is a verb part of a time expression: "two days after the council had voted"?"""
    return any(other.contains(span) for other in waiting)
