"""Sentences into reports: one for each event word with a date, and one for each sentence in which somebody named does
something without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from webapp.context.publication import Publication
from webapp.context.segment import Role
from webapp.extract import happenings, lexicon
from webapp.extract.cast import Cast
from webapp.extract.happenings import Happening
from webapp.extract.label import label_of
from webapp.extract.participants import participations, subjects
from webapp.extract.report import ActorKind, Citation, Part, Participation, Report, Status
from webapp.extract.running import Running
from webapp.extract.sentence import Analysed
from webapp.extract.subjects import Memory, subjects_of
from webapp.extract.telling import is_plain_past, is_told_as_past, label_start, says_already, told_until
from webapp.extract.usable import ranges, usable
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Basis
from webapp.temporal.timex import Timex
from webapp.text.document import Document
from webapp.text.span import Span

_TELLING = (Role.BODY, Role.SUBHEADING, Role.HEADLINE, Role.TEASER)


@dataclass(slots=True)
class _Story:
    """What has been told so far in one story."""

    memory: Memory = field(default_factory=Memory)
    running: Running = field(default_factory=Running)


class Assembler:
    """Goes through the sentences in order and collects reports."""

    def __init__(self, document: Document, publications: Mapping[int, Publication], cast: Cast) -> None:
        self.document = document
        self.hash = document.hash
        self.publications = publications
        self.names = {actor.key: actor.name for actor in cast.actors}
        self.kinds = cast.kinds
        self.lands = cast.lands
        self.stories: dict[int, _Story] = {}
        self.reports: list[Report] = []
        self.placed: dict[Span, int] = {}  # time expression to report
        self.others: list[Report] = []

    def add(self, analysed: Analysed, *, every_word: bool) -> None:
        """The reports of one sentence."""
        if analysed.role not in _TELLING:
            return
        story = self.stories.setdefault(analysed.story, _Story())
        found = [(happening, timexes) for happening, timexes in happenings.dated(analysed, usable(analysed))]
        for happening, timexes in found:
            self._add_dated(analysed, happening, timexes, story)
        if not found:
            self._add_undated(analysed, story)
        if every_word:
            self._add_others(analysed, story)
        self._remember(analysed, story)

    def _add_dated(
        self, analysed: Analysed, happening: Happening, timexes: tuple[Timex, ...], story: _Story
    ) -> None:
        main, when = ranges(self.document.text, timexes)
        parts = participations(analysed, happening, story.memory)
        status = self._status(analysed, happening, when)
        report = self._report(analysed, happening, parts, status, story.memory)
        report = replace(report, timex=main, when=when, granularity=main.granularity, basis=main.basis)
        for timex in timexes:
            self.placed[timex.span] = len(self.reports)
        if happening.clause.joint not in ("relative", "content", "quote"):
            story.running.tell(len(self.reports), report)
            story.running.settle(len(self.reports), [p.actor for p in parts if p.part is Part.TOOK_PART])
        self.reports.append(report)

    def _add_undated(self, analysed: Analysed, story: _Story) -> None:
        """Somebody with a name does something: it belongs to what is being told, or stands without a day."""
        happening = happenings.undated(analysed)
        if happening is None or happening.verb is None:
            return
        acting = subjects(analysed, happening, story.memory)
        if not acting and happening.mention.kind == "say":
            happening = self._said(analysed, happening) or happening
            acting = subjects(analysed, happening, story.memory)
        if not acting or happening.mention.is_negated or happening.mention.modality in lexicon.events().modal:
            return
        parts = participations(analysed, happening, story.memory)
        status = self._status(analysed, happening, None)
        report = self._report(analysed, happening, parts, status, story.memory)
        words = [t.lower for t in analysed.tokens]
        follows = story.running.belongs_to(report, acting, words)
        if follows is None and happening.mention.kind == "say":
            follows = self._meeting_told_of(analysed, happening, story)
        bounds = self._bounds(analysed, report, happening, story, follows)
        granularity = self.reports[follows].granularity if follows is not None else None
        report = replace(report, follows=follows, when=When(bounds), granularity=granularity)
        if follows is None:
            story.running.tell(len(self.reports), report)
        story.running.settle(len(self.reports) if follows is None else follows, acting)
        self.reports.append(report)
        is_in_meeting = follows is not None and self.reports[follows].is_dated
        if happening.mention.kind == "say" and not is_in_meeting:
            self._add_told(analysed, happening, story, set(acting))

    def _add_others(self, analysed: Analysed, story: _Story) -> None:
        """The sentence's other event words: too little for the timeline, yet part of the account of the text. Those
        told as past carry the date of what is being told."""
        here = [r for r in self.reports if r.citation.span == analysed.sentence.span]
        taken = {r.mention.span for r in here}
        running = next((r for r in here if r.is_dated), story.running.dated)
        for happening in happenings.others(analysed, taken):
            parts = participations(analysed, happening, story.memory)
            report = self._report(
                analysed, happening, parts, self._status(analysed, happening, None), story.memory
            )
            if happening.mention.tense == "past" and running is not None and report.status is Status.HAPPENED:
                report = replace(report, when=running.when, granularity=running.granularity)
            self.others.append(report)

    def _add_told(self, analysed: Analysed, happening: Happening, story: _Story, speakers: set[str]) -> None:
        """What somebody with a name says that somebody else did, without a day: according to someone in the article."""
        inner = self._said(analysed, happening)
        if inner is None or inner.verb is None or not is_plain_past(inner):
            return
        acting = subjects(analysed, inner, Memory())
        if not acting or speakers & set(acting):
            return
        parts = participations(analysed, inner, Memory())
        report = self._report(analysed, inner, parts, Status.ATTRIBUTED, Memory())
        bounds = self._bounds(analysed, report, inner, story, None)
        self.reports.append(replace(report, when=When(bounds)))

    def _meeting_told_of(self, analysed: Analysed, happening: Happening, story: _Story) -> int | None:
        """ "The ministry says that Hale also told Brandt …": what was said in a meeting, told by a third."""
        inner = self._said(analysed, happening)
        if inner is None or inner.mention.kind not in ("say", "talk"):
            return None
        took = [p.actor for p in participations(analysed, inner, story.memory) if p.part is Part.TOOK_PART]
        return story.running.meeting_of(set(took))

    def _said(self, analysed: Analysed, happening: Happening) -> Happening | None:
        """What a source without a name says somebody did: "officials said the mayor plans to …"."""
        after = [v for v in analysed.verbs if happening.verb and v.head > happening.verb.head and v.is_finite]
        return next((h for v in after if (h := happenings.happening_of(analysed, v)) is not None), None)

    def _bounds(
        self, analysed: Analysed, report: Report, happening: Happening, story: _Story, follows: int | None
    ) -> Interval:
        """Between which days it must lie: never a day of its own."""
        if follows is not None and (when := self.reports[follows].when) is not None:
            return when.interval
        published = self.publications[analysed.story]
        end = published.bounds.end
        if report.status is Status.PLANNED:
            return Interval(None if published.likely is None else Point(published.likely), None)
        verb = happening.verb
        words = [t.lower for t in analysed.tokens]
        topic = story.running.topic(words)
        running = story.running.dated
        if verb is not None and (verb.is_before or says_already(analysed)):
            return Interval(None, running.when.interval.start if running and running.when else end)
        if topic is not None and topic.when is not None:
            if story.running.is_ahead(words, topic):
                return Interval(None, topic.when.interval.start)  # "his planned call"
            return Interval(topic.when.interval.start, end)
        return Interval(None, end)

    def _status(self, analysed: Analysed, happening: Happening, when: When | None) -> Status:
        if happening.mention.is_negated and when is not None:
            return Status.DENIED
        published = self.publications[analysed.story]
        start = when.interval.start if when is not None else None
        if start is None or published.likely is None:
            return Status.PLANNED if happening.mention.tense == "future" else Status.HAPPENED
        if start.day > published.likely and not is_told_as_past(happening):
            return Status.PLANNED
        return Status.HAPPENED

    def _report(
        self,
        analysed: Analysed,
        happening: Happening,
        parts: tuple[Participation, ...],
        status: Status,
        memory: Memory,
    ) -> Report:
        clause = analysed.span_of(happening.clause.first, told_until(analysed, happening))
        span = analysed.sentence.span
        acting = subjects(analysed, happening, memory)
        subject = self.names.get(acting[0], "") if acting else ""
        named = Span(analysed.tokens[label_start(analysed, happening)].span.start, clause.end)
        label = label_of(self.document.text, named, [t.span for t in analysed.timexes], subject)
        return Report(
            Citation(self.hash, span, span.of(self.document.text)),
            clause,
            happening.mention,
            None,
            None,
            Basis.NONE,
            status,
            parts,
            analysed.role,
            analysed.story,
            label=label or span.of(self.document.text)[:120],
        )

    def _remember(self, analysed: Analysed, story: _Story) -> None:
        """Whom "he" and "both" mean in the next sentence."""
        memory = story.memory
        acting = self._acting(analysed, memory)
        if acting:
            memory = Memory(acting, self.lands.get(acting, ""), memory.group)
        if (
            self.reports
            and self.reports[-1].citation.span == analysed.sentence.span
            and self.reports[-1].follows is None
        ):
            took = [p.actor for p in self.reports[-1].participations if p.part is Part.TOOK_PART]
            together = [k for k in took if self.kinds.get(k) is ActorKind.PERSON]
            if len(together) == 2:
                memory = Memory(memory.subject, memory.land, tuple(together))
        story.memory = memory

    def _acting(self, analysed: Analysed, memory: Memory) -> str:
        """The person who is the subject of the sentence, else of a clause in it; "" for nobody."""
        inner = ""
        for verb in (v for v in analysed.verbs if v.is_finite):
            persons = [
                k for k in subjects_of(analysed, verb, memory) if self.kinds.get(k) is ActorKind.PERSON
            ]
            if persons and analysed.clause_at(verb.head).joint not in ("content", "quote", "relative"):
                return persons[0]
            inner = inner or (persons[0] if persons else "")
        return inner


def assemble(
    document: Document,
    sentences: Sequence[Analysed],
    publications: Mapping[int, Publication],
    cast: Cast,
    *,
    every_word: bool,
) -> tuple[tuple[Report, ...], tuple[Report, ...], dict[Span, int]]:
    """Reports in order of the text, reports of other event words, and for each time expression that dates a report
    that report's index."""
    assembler = Assembler(document, publications, cast)
    for analysed in sentences:
        assembler.add(analysed, every_word=every_word)
    return tuple(assembler.reports), tuple(assembler.others), assembler.placed
