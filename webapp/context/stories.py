"""The stories of a document, each with its segments, its time expressions and its own publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from webapp.context import clues
from webapp.context.divide import Part
from webapp.context.infer import infer
from webapp.context.publication import Confidence, Evidence, EvidenceKind, Publication
from webapp.context.segment import Role, Segment
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import days_from_civil
from webapp.temporal.anchor import Anchor
from webapp.temporal.tagger import resolve_all
from webapp.temporal.timex import Candidate, Timex
from webapp.text.document import Document
from webapp.text.span import Span

_HEAD = 12  # blocks from the top in which a byline may stand


@dataclass(frozen=True, slots=True)
class Scanned:
    """A document recognised, but not resolved: its parts and the candidates in each of them, by part."""

    document: Document
    parts: tuple[Part, ...]
    candidates: tuple[tuple[Candidate, ...], ...]


def publications(scanned: Scanned, elsewhere: Sequence[Evidence] = ()) -> Mapping[int, Publication]:
    """The publication of each story by its number. `elsewhere` is what other documents say about story 0."""
    text = scanned.document.text
    stories = sorted({part.story for part in scanned.parts} | {0})
    running = {story: _unanchored(scanned, story, with_captions=False) for story in stories}
    yearless = {story: clues.yearless_days(timexes) for story, timexes in running.items()}
    found: dict[int, Publication] = {}
    for story in stories[1:]:
        told = _unanchored(scanned, story, with_captions=True)
        found[story] = infer(_evidence(text, told), yearless[story], None)
    for story, publication in found.items():
        if publication.likely is None and (near := _neighbour(found, story)) is not None:
            evidence = [*publication.evidence, near]
            day = near.bounds.start.day if near.bounds.start is not None else None
            found[story] = infer(evidence, yearless[story], day)
    own = [*_given(scanned.document), *_bylines(scanned), *_evidence(text, running[0]), *elsewhere]
    copied = tuple(clues.from_copyright(text))
    main = infer(own, yearless[0], _copied_by(copied, found.values()))
    return {0: replace(main, evidence=(*main.evidence, *copied)), **found}


def segments(parts: Iterable[Part], publication_of: Mapping[int, Publication]) -> tuple[Segment, ...]:
    """Consecutive blocks of one role and story joined."""
    joined: list[Segment] = []
    for part in parts:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (last.role, last.story) == (part.role, part.story)
            and part.role is not Role.TEASER
        ):
            joined[-1] = replace(last, span=Span(last.span.start, part.block.span.end))
        else:
            joined.append(Segment(part.block.span, part.role, part.story, publication_of[part.story]))
    return tuple(joined)


def _given(document: Document) -> Iterable[Evidence]:
    if document.given_date is not None:
        yield clues.from_metadata(document.given_date, EvidenceKind.GIVEN)
    if document.metadata_date is not None:
        yield clues.from_metadata(document.metadata_date, EvidenceKind.METADATA)


def _bylines(scanned: Scanned) -> Iterable[Evidence]:
    head = [
        (part, found)
        for part, found in list(zip(scanned.parts, scanned.candidates, strict=True))[:_HEAD]
        if part.story == 0 and part.role in (Role.FURNITURE, Role.SUBHEADING)
    ]
    starts = [part.block.span.start for part, _ in head]
    timexes = resolve_all([c for _, found in head for c in found], Anchor())
    return clues.from_bylines(scanned.document.text, timexes, starts)


def _evidence(text: str, timexes: Sequence[Timex]) -> list[Evidence]:
    found = [*clues.from_today(text, timexes)]
    found.extend(e for e in (clues.from_past(timexes), clues.from_future(timexes)) if e is not None)
    return found


def _unanchored(scanned: Scanned, story: int, *, with_captions: bool) -> tuple[Timex, ...]:
    """The story's time expressions as far as the words alone fix them."""
    roles = {Role.BODY, Role.HEADLINE, Role.SUBHEADING, Role.TEASER} | (
        {Role.CAPTION} if with_captions else set()
    )
    pairs = zip(scanned.parts, scanned.candidates, strict=True)
    return resolve_all(
        [c for p, found in pairs if p.story == story and p.role in roles for c in found], Anchor()
    )


def _neighbour(found: Mapping[int, Publication], story: int) -> Evidence | None:
    """Another story on the page whose day is known: pages show stories of about the same time."""
    for other, publication in found.items():
        if other != story and publication.confidence is Confidence.CERTAIN and publication.likely is not None:
            words = publication.evidence[0].text
            day = publication.likely
            return Evidence(
                EvidenceKind.NEIGHBOUR, words, Interval.of_days(day, day), publication.evidence[0].span
            )
    return None


def _copied_by(copyright_lines: Iterable[Evidence], others: Iterable[Publication]) -> int | None:
    """A day by which the page existed: another story's day, else the end of the copyright line's year."""
    days = [p.likely for p in others if p.likely is not None and p.confidence is Confidence.CERTAIN]
    if days:
        return max(days)
    years = [e.bounds.start.year for e in copyright_lines if e.bounds.start is not None]
    return days_from_civil(max(years), 12, 31) if years else None
