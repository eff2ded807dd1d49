"""Values of the engine with sensible defaults, for tests that need some and do not care which.

`read` and `arrange` are a toy engine with the same signatures as the real one. It knows sentences such as

    On 2024-11-15 Ada met Ben about Cleo.        a stated day; Cleo is only mentioned
    In 2024-06 Ada spoke.                        a stated month
    Since 1982 Ben ruled.                        an open end
    Yesterday Ada left. / Tomorrow Ada votes.    counts from the article's date (planned, where it lies ahead)
    Two days before the meeting Ada called Ben.  counts from the first event with "met"
    Later Ben spoke.                             no day, after the article's date
    [caption] On 1943-01-05 Ada posed.           set aside

and merges what has the same day, verb and people.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from webapp.context.publication import Confidence, Evidence, EvidenceKind, Publication
from webapp.context.segment import Role, Segment
from webapp.extract.reading import Reading
from webapp.extract.report import (
    Accounted,
    ActorKind,
    Citation,
    EventMention,
    LocalActor,
    Outcome,
    Part,
    Participation,
    Report,
    Status,
)
from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import ALWAYS, Interval
from webapp.temporal.algebra.point import Point, days_from_civil
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Anchor, Basis
from webapp.temporal.expression import Around, CalendarDate, Expression, From, Shift
from webapp.temporal.timex import Candidate, Timex, TimexType
from webapp.text.document import Document
from webapp.text.sentences import Sentence
from webapp.text.span import Span
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.event import Actor, Alias, Event, EventReport, ReportRef

PEOPLE = ("Ada", "Ben", "Cleo", "Dora")


def day(text: str) -> int:
    """The day number of an ISO date."""
    return date.fromisoformat(text).toordinal()


def document(text: str = "On 2024-11-15 Ada met Ben.", **changes: Any) -> Document:
    return replace(Document(text=text), **changes)


def publication(given: date | None = None, **changes: Any) -> Publication:
    """Of a given day, or unknown."""
    if given is None:
        return replace(Publication(), **changes)
    number = given.toordinal()
    bounds = Interval.of_days(number, number)
    evidence = Evidence(EvidenceKind.GIVEN, given.isoformat(), bounds)
    return replace(Publication(bounds, number, Confidence.CERTAIN, (evidence,)), **changes)


def timex(text: str = "On 2024-11-15", start: int = 0, **changes: Any) -> Timex:
    span = Span(start, start + len(text))
    said = CalendarDate(Granularity.DAY, 2024, 11, 15)
    fields = {"type": TimexType.DATE, "value": "2024-11-15", "anchor": Anchor(), "basis": Basis.STATED}
    when = When(Interval.of_days(day("2024-11-15"), day("2024-11-15")))
    made = Timex(Candidate(span, text, "toy", said), **fields, when=when, granularity=Granularity.DAY)  # type: ignore[arg-type]
    return replace(made, **changes)


def report(of: Document, sentence: Span | None = None, **changes: Any) -> Report:
    """What the sentence (the whole text where none is named) says; dated 15 November 2024."""
    span = sentence or Span(0, len(of.text))
    quote = span.of(of.text)
    verb = re.search(r"\b(met|spoke|left|votes|called|ruled|posed)\b", quote)
    at = Span(span.start + verb.start(), span.start + verb.end()) if verb else span
    word = verb[0] if verb else quote
    made = Report(
        citation=Citation(of.hash, span, quote),
        clause=span,
        mention=EventMention(at, word, word),
        when=When(Interval.of_days(day("2024-11-15"), day("2024-11-15"))),
        granularity=Granularity.DAY,
        basis=Basis.STATED,
        status=Status.HAPPENED,
        participations=(),
        segment=Role.BODY,
        label=quote.rstrip("."),
    )
    return replace(made, **changes)


def event(*reports: Report, **changes: Any) -> Event:
    """An event of these reports, in this order; the first decides."""
    first = reports[0]
    made = Event(
        id=hashlib.sha256(f"{first.citation.quote} {first.mention.span.start}".encode()).hexdigest()[:16],
        label=first.label,
        when=first.when,
        granularity=first.granularity,
        basis=first.basis,
        status=first.status,
        is_dated=first.is_dated,
        is_set_aside=not any(r.segment.is_main for r in reports),
        reports=tuple(EventReport(ReportRef(r.citation.document, 0), r) for r in reports),
        participations=first.participations,
    )
    return replace(made, **changes)


# The toy engine.

_SENTENCE = re.compile(r"[^.\n]+\.")
_DATED = re.compile(r"\b(?:On (?P<day>\d{4}-\d\d-\d\d)|In (?P<month>\d{4}-\d\d)|Since (?P<year>\d{4}))\b")
_RELATIVE = re.compile(r"\b(Yesterday|Tomorrow)\b")
_ANCHORED = re.compile(r"\bTwo days before the meeting\b")


def read(document: Document) -> Reading:
    published = publication(document.given_date or document.metadata_date)
    sentences = tuple(
        Sentence(Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()), i)
        for i, m in enumerate(_SENTENCE.finditer(document.text))
    )
    found = [_told(document, s.span, published) for s in sentences]
    reports = tuple(r for r in found if r is not None)
    account = tuple(Accounted(r.timex, Outcome.EVENT, "", i) for i, r in enumerate(reports) if r.timex)
    return Reading(
        document=document,
        language="en",
        sentences=sentences,
        segments=tuple(_segments(sentences, published)),
        publication=published,
        account=account,
        events=tuple(r.mention for r in reports),
        actors=tuple(LocalActor(name, name, ActorKind.PERSON) for name in PEOPLE if name in document.text),
        mentions=(),
        reports=reports,
        is_read="ñ" not in document.text,
    )


def arrange(readings: Iterable[Reading]) -> Arrangement:
    ordered = tuple(sorted(readings, key=lambda r: r.document.hash))
    groups: dict[Any, list[EventReport]] = {}
    for reading in ordered:
        for index, told in enumerate(reading.reports):
            people = frozenset(p.actor for p in told.participations)
            key = (told.when, told.mention.kind, people, told.segment.is_main)
            groups.setdefault(key, []).append(EventReport(ReportRef(reading.document.hash, index), told))
    events = [_event(members) for members in groups.values()]
    meeting = next((e for e in events if "met" in e.label and e.is_dated), None)
    events = sorted((_hung(e, meeting) for e in events), key=_order)
    seen = {p.actor for e in events for p in e.participations}
    actors = tuple(
        Actor(name.lower(), name, ActorKind.PERSON, (Alias(f"Ms {name}", "title"),))
        for name in PEOPLE
        if name.lower() in seen
    )
    return Arrangement(ordered, tuple(events), actors)


def _event(members: list[EventReport]) -> Event:
    made = event(*(m.report for m in members))
    return replace(made, reports=tuple(members))


def _hung(event: Event, meeting: Event | None) -> Event:
    """Two days before the meeting, once there is one."""
    if event.basis is not Basis.EVENT or meeting is None or meeting.when is None:
        return event
    when = When(meeting.when.interval.moved(-2))
    members = tuple(
        replace(m, report=replace(m.report, when=when, timex=replace(m.report.timex, when=when)))
        for m in event.reports
        if m.report.timex is not None
    )
    return replace(event, when=when, is_dated=True, anchor_event=meeting.id, reports=members)


def _order(event: Event) -> tuple[int, bool, str]:
    interval = event.when.interval if event.when else ALWAYS
    first = interval.first_day if interval.start is not None else interval.last_day
    return first if first is not None else 1 << 40, not event.is_dated, event.id


def _segments(sentences: Iterable[Sentence], published: Publication) -> Iterator[Segment]:
    for sentence in sentences:
        yield Segment(sentence.span, Role.BODY, 0, published)


@dataclass(frozen=True)
class _Time:
    timex: Timex | None
    when: When | None
    granularity: Granularity | None
    basis: Basis


def _told(of: Document, span: Span, published: Publication) -> Report | None:
    quote = span.of(of.text)
    if not re.search(r"\b(met|spoke|left|votes|called|ruled|posed)\b", quote):
        return None
    time = _time(quote, span.start, published)
    took, _, about = quote.partition(" about ")
    parts = [Participation(n.lower(), Part.TOOK_PART) for n in PEOPLE if n in took]
    parts += [Participation(n.lower(), Part.MENTIONED) for n in PEOPLE if n in about and n not in took]
    return report(
        of,
        span,
        when=time.when,
        granularity=time.granularity,
        basis=time.basis,
        timex=time.timex,
        status=Status.PLANNED if "votes" in quote else Status.HAPPENED,
        participations=tuple(parts),
        segment=Role.CAPTION
        if of.text[: span.start].endswith("[caption] ") or "[caption]" in quote
        else Role.BODY,
    )


def _time(quote: str, offset: int, published: Publication) -> _Time:
    day_, anchor = Granularity.DAY, published.anchor
    if found := _DATED.search(quote):
        when, granularity = _calendar(found)
        said = CalendarDate(granularity)
        return _timed(
            found, offset, said, when=when, granularity=granularity, basis=Basis.STATED, anchor=anchor
        )
    if found := _RELATIVE.search(quote):
        sign = 1 if found[0] == "Tomorrow" else -1
        shift = Shift(Duration.of(day_), sign, From.PUBLICATION, day_)
        number = published.likely
        near = None if number is None else When(Interval.of_days(number + sign, number + sign))
        return _timed(
            found, offset, shift, when=near, granularity=day_, basis=Basis.PUBLICATION, anchor=anchor
        )
    if found := _ANCHORED.search(quote):
        around = Around("the meeting", Shift(Duration.of(day_, 2), -1, From.EVENT, day_))
        return _timed(found, offset, around, when=None, granularity=day_, basis=Basis.EVENT, anchor=anchor)
    start = published.bounds.start
    return _Time(None, When(Interval(start, None)) if start else None, None, Basis.NONE)


def _timed(
    found: re.Match[str],
    offset: int,
    said: Expression,
    *,
    when: When | None,
    granularity: Granularity,
    basis: Basis,
    anchor: Anchor,
) -> _Time:
    made = timex(
        found[0], offset + found.start(), when=when, granularity=granularity, basis=basis, anchor=anchor
    )
    made = replace(made, candidate=replace(made.candidate, expression=said))
    return _Time(made, when, granularity, basis)


def _calendar(found: re.Match[str]) -> tuple[When, Granularity]:
    if found["day"]:
        number = day(found["day"])
        return When(Interval.of_days(number, number)), Granularity.DAY
    if found["month"]:
        year, month = map(int, found["month"].split("-"))
        return When(
            Interval(Point.of(year, month), Point.of(year + month // 12, month % 12 + 1))
        ), Granularity.MONTH
    return When(
        Interval(Point(days_from_civil(int(found["year"]), 1, 1)), None), lasts=True
    ), Granularity.YEAR
