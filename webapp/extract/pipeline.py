"""A document read: from characters to reports, in two steps of which only the first reads text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from webapp.context.publication import Evidence, Publication
from webapp.context.segment import Role
from webapp.context.stories import publications, segments
from webapp.extract.anchoring import Placed, anchored, find_anchor, waits_for_event
from webapp.extract.assemble import assemble
from webapp.extract.cast import Named
from webapp.extract.reading import Reading
from webapp.extract.recognised import Parsed, Recognised, recognise
from webapp.extract.report import ActorMention, Report
from webapp.extract.sentence import Analysed
from webapp.extract.usable import account
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.anchor import Basis
from webapp.temporal.expression import CalendarDate, Modified
from webapp.temporal.tagger import resolve_all
from webapp.temporal.timex import Timex
from webapp.text.document import Document

_RUNNING = (Role.HEADLINE, Role.SUBHEADING, Role.BODY, Role.TEASER)


def read(document: Document, *, every_word: bool = False) -> Reading:
    """Everything one document says by itself. Deterministic, offline; never raises for any text.

    With `every_word` it also holds the event words that make no report of their own (`Reading.others`).
    """
    return interpret(recognise(document), every_word=every_word)


def interpret(
    recognised: Recognised, elsewhere: Sequence[Evidence] = (), *, every_word: bool = False
) -> Reading:
    """What was recognised, dated. `elsewhere` is what other documents say about this one's publication."""
    document = recognised.document
    published = publications(recognised.scanned, elsewhere)
    by_part = _resolved(recognised, published)
    analysed, loose = _placed(recognised, by_part)
    cast = recognised.cast
    reports, others, placed = assemble(document, analysed, published, cast, every_word=every_word)
    mentions = cast.mentions()
    reports = _anchored(document, reports, mentions)
    return Reading(
        document=document,
        language=recognised.language,
        sentences=tuple(p.sentence for p in recognised.parsed),
        segments=segments(recognised.scanned.parts, published),
        publication=published[0],
        account=account(analysed, loose, placed),
        events=tuple(r.mention for r in reports),
        actors=cast.actors,
        mentions=mentions,
        reports=reports,
        is_read=recognised.language == "en",
        others=others,
        recognised=recognised,
    )


def _resolved(recognised: Recognised, published: Mapping[int, Publication]) -> list[tuple[Timex, ...]]:
    """The time expressions of each part. Running text of one story is resolved as a whole, so that "three days later"
    finds what came before; captions and furniture each by themselves."""
    scanned = recognised.scanned
    found: list[tuple[Timex, ...]] = [()] * len(scanned.parts)
    for story, publication in published.items():
        running = [i for i, p in enumerate(scanned.parts) if p.story == story and p.role in _RUNNING]
        timexes = iter(resolve_all([c for i in running for c in scanned.candidates[i]], publication.anchor))
        for i in running:
            found[i] = tuple(_honest(next(timexes), publication) for _ in scanned.candidates[i])
    for i, part in enumerate(scanned.parts):
        if part.role not in _RUNNING:
            found[i] = resolve_all(scanned.candidates[i], published[part.story].anchor)
    return found


def _honest(timex: Timex, publication: Publication) -> Timex:
    """An inferred article date gives years and months, but no days: "yesterday" then names no day."""
    if not publication.is_inferred or timex.basis is not Basis.PUBLICATION or timex.granularity is None:
        return timex
    expression = timex.candidate.expression
    while isinstance(expression, Modified):
        expression = expression.expression
    has_calendar_name = isinstance(expression, CalendarDate) and expression.month is not None
    if has_calendar_name or timex.granularity >= Granularity.MONTH:
        return timex
    return replace(timex, when=None)


def _placed(
    recognised: Recognised, by_part: Sequence[tuple[Timex, ...]]
) -> tuple[list[Analysed], list[tuple[Timex, Role]]]:
    """Each sentence with its time expressions, and those that stand outside of any sentence that tells something."""
    everything = [
        (t, part.role) for part, found in zip(recognised.scanned.parts, by_part, strict=True) for t in found
    ]
    analysed: list[Analysed] = []
    loose: list[tuple[Timex, Role]] = []
    at = 0
    for parsed, names in zip(recognised.parsed, recognised.cast.sentences, strict=True):
        inside: list[Timex] = []
        while at < len(everything) and everything[at][0].span.start < parsed.sentence.span.end:
            timex, role = everything[at]
            if parsed.tokens and timex.span.start >= parsed.sentence.span.start:
                inside.append(timex)
            else:
                loose.append((timex, role))
            at += 1
        if parsed.tokens:
            analysed.append(_analysed(parsed, names, tuple(inside)))
    return analysed, loose + everything[at:]


def _analysed(parsed: Parsed, names: tuple[Named, ...], timexes: tuple[Timex, ...]) -> Analysed:
    return Analysed(
        parsed.sentence, parsed.tokens, parsed.verbs, parsed.clauses, names, timexes, parsed.role, parsed.story
    )  # fmt: skip


def _anchored(
    document: Document, reports: tuple[Report, ...], mentions: tuple[ActorMention, ...]
) -> tuple[Report, ...]:
    """Dates that count from an event which the document itself dates."""
    settled = list(reports)
    for index, report in enumerate(reports):
        if waits_for_event(report):
            places: list[Placed] = [
                ((document.hash, i), r) for i, r in enumerate(settled) if r.story == report.story
            ]
            anchor = find_anchor(document.text, report, mentions, places, {})
            if anchor is not None:
                settled[index] = anchored(report, anchor)
    return tuple(settled)
