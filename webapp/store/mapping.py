"""An arrangement as rows of the canonical tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert

from webapp.context.publication import Publication
from webapp.extract.reading import Reading
from webapp.extract.report import Accounted, Outcome, Report
from webapp.store import codec, tables
from webapp.store.tables.base import Base, ends
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.when import When
from webapp.temporal.timex import Timex
from webapp.text.span import Span
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.event import Event

Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """Rows by table, in an order in which every row finds the rows it refers to."""

    by_table: dict[type[Base], list[Row]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: type[Base], rows: Iterable[Row]) -> None:
        self.by_table[table].extend(rows)

    def insert(self, connection: Connection) -> None:
        for table, rows in self.by_table.items():
            if rows:
                connection.execute(insert(table), rows)


def rows_of(arrangement: Arrangement, collection_id: int, ids: Mapping[str, int], engine: str) -> Rows:
    """`ids` gives the id of each document by its hash."""
    rows = Rows()
    arranged = _reports_as_arranged(arrangement.events)
    for reading in arrangement.readings:
        _add_reading(rows, reading, ids[reading.document.hash], engine)
        reports = {**dict(enumerate(reading.reports)), **arranged.get(reading.document.hash, {})}
        _add_reports(rows, reading, ids[reading.document.hash], reports)
    _add_actors(rows, arrangement, collection_id)
    for position, event in enumerate(arrangement.events):
        _add_event(rows, event, collection_id, position, ids)
    return rows


def _reports_as_arranged(events: Iterable[Event]) -> dict[str, dict[int, Report]]:
    """Reports as they stand in their events, where dates that count from other events are worked out."""
    found: dict[str, dict[int, Report]] = defaultdict(dict)
    for event in events:
        for member in event.reports:
            found[member.ref.document][member.ref.index] = member.report
    return found


def _add_reading(rows: Rows, reading: Reading, document_id: int, engine: str) -> None:
    key = {"document_id": document_id}
    rows.add(
        tables.Reading,
        [{**key, "language": reading.language, "is_read": reading.is_read, "engine": engine}],
    )
    rows.add(
        tables.Sentence,
        ({**key, "number": s.index, "start": s.span.start, "end": s.span.end} for s in reading.sentences),
    )
    numbers = _publications(reading)
    for publication, index in numbers.items():
        rows.add(tables.Publication, [{**key, "number": index, **_publication(publication)}])
        rows.add(tables.Evidence, ({**key, "publication": index, **row} for row in _evidence(publication)))
    for index, segment in enumerate(reading.segments):
        number = numbers[segment.publication]
        place = {"start": segment.span.start, "end": segment.span.end, "role": segment.role.value}
        rows.add(
            tables.Segment, [{**key, "number": index, "story": segment.story, "publication": number, **place}]
        )


def _publications(reading: Reading) -> dict[Publication, int]:
    """Each publication once, the article's own first."""
    every = (reading.publication, *(segment.publication for segment in reading.segments))
    return {publication: index for index, publication in enumerate(dict.fromkeys(every))}


def _publication(publication: Publication) -> Row:
    return {
        **ends(publication.bounds),
        "likely": publication.likely,
        "confidence": publication.confidence.value,
    }


def _evidence(publication: Publication) -> Iterator[Row]:
    for index, evidence in enumerate(publication.evidence):
        yield {
            "number": index,
            "kind": evidence.kind.value,
            "text": evidence.text,
            **ends(evidence.bounds),
            "span_start": None if evidence.span is None else evidence.span.start,
            "span_end": None if evidence.span is None else evidence.span.end,
            "other_hash": evidence.document,
            "is_day": evidence.is_day,
        }


def _add_reports(rows: Rows, reading: Reading, document_id: int, reports: Mapping[int, Report]) -> None:
    key = {"document_id": document_id}
    account = _account(reading, reports)
    numbers = {row.timex.span: index for index, row in enumerate(account)}
    rows.add(tables.Timex, ({**key, "number": i, **_timex(row)} for i, row in enumerate(account)))
    cited = {report.citation.span.start: report.citation for report in reports.values()}
    rows.add(
        tables.Citation,
        (
            {**key, "start": start, "end": c.span.end, "quote": c.quote, "page": c.page}
            for start, c in sorted(cited.items())
        ),
    )
    rows.add(
        tables.Report,
        ({**key, "number": i, **_report(reports[i], numbers)} for i in sorted(reports)),
    )


def _account(reading: Reading, reports: Mapping[int, Report]) -> tuple[Accounted, ...]:
    """The account with every expression as its report has it, and those only a report knows at the end."""
    latest: dict[Span, tuple[int, Timex]] = {}
    for index, report in reports.items():
        if report.timex is not None and report.timex.span not in latest:
            latest[report.timex.span] = index, report.timex
    known = [
        Accounted(latest[row.timex.span][1], row.outcome, row.reason, row.report)
        if row.timex.span in latest
        else row
        for row in reading.account
    ]
    spans = {row.timex.span for row in known}
    extra = [
        Accounted(timex, Outcome.EVENT, "", i) for span, (i, timex) in latest.items() if span not in spans
    ]
    return (*known, *extra)


def _timex(accounted: Accounted) -> Row:
    timex = accounted.timex
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "rule": timex.candidate.rule,
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "basis": timex.basis.value,
        **_when(timex.when),
        "granularity": _number(timex.granularity),
        "reference_start": None if timex.reference is None else timex.reference.start,
        "reference_end": None if timex.reference is None else timex.reference.end,
        "said": _said(timex),
        "outcome": accounted.outcome.value,
        "reason": accounted.reason,
        "report": accounted.report,
    }


def _said(timex: Timex) -> Row:
    """What explains the result; `queries.account.as_timex` makes the timex of it again."""
    candidate = timex.candidate
    return {
        "expression": codec.encode(candidate.expression),
        "cues": codec.encode(candidate.cues),
        "event": codec.encode(candidate.event),
        "core": codec.encode(candidate.core),
        "anchor": codec.encode(timex.anchor),
        "implied": codec.encode(timex.implied),
    }


def _when(when: When | None) -> Row:
    interval = None if when is None else when.interval
    return {"has_when": when is not None, **ends(interval), "lasts": when is not None and when.lasts}


def _number(granularity: Granularity | None) -> int | None:
    return None if granularity is None else int(granularity)


def _report(report: Report, numbers: Mapping[Span, int]) -> Row:
    mention = report.mention
    return {
        "cited": report.citation.span.start,
        "clause_start": report.clause.start,
        "clause_end": report.clause.end,
        "mention_start": mention.span.start,
        "mention_end": mention.span.end,
        "mention_text": mention.text,
        "mention_kind": mention.kind,
        "is_noun": mention.is_noun,
        "tense": mention.tense,
        "modality": mention.modality,
        "is_negated": mention.is_negated,
        **_when(report.when),
        "granularity": _number(report.granularity),
        "basis": report.basis.value,
        "status": report.status.value,
        "role": report.segment.value,
        "story": report.story,
        "timex": None if report.timex is None else numbers[report.timex.span],
        "follows": report.follows,
        "label": report.label,
    }


def _add_actors(rows: Rows, arrangement: Arrangement, collection_id: int) -> None:
    for actor in arrangement.actors:
        key = {"collection_id": collection_id}
        rows.add(tables.Actor, [{**key, "id": actor.id, "name": actor.name, "kind": actor.kind.value}])
        rows.add(
            tables.Alias,
            (
                {**key, "actor_id": actor.id, "number": i, "name": alias.name, "reason": alias.reason}
                for i, alias in enumerate(actor.aliases)
            ),
        )


def _add_event(rows: Rows, event: Event, collection_id: int, position: int, ids: Mapping[str, int]) -> None:
    rows.add(tables.Event, [{"collection_id": collection_id, "position": position, **_event(event)}])
    key = {"collection_id": collection_id, "event_id": event.id}
    rows.add(
        tables.EventReport,
        (
            {
                **key,
                "number": index,
                "document_id": ids[member.ref.document],
                "report": member.ref.index,
                "follows": member.follows,
                "conflicts": index in event.conflicts,
            }
            for index, member in enumerate(event.reports)
        ),
    )
    rows.add(
        tables.Participation,
        (
            {**key, "number": i, "actor_id": participation.actor, "part": participation.part.value}
            for i, participation in enumerate(event.participations)
        ),
    )


def _event(event: Event) -> Row:
    return {
        "id": event.id,
        "label": event.label,
        **_when(event.when),
        "granularity": _number(event.granularity),
        "basis": event.basis.value,
        "status": event.status.value,
        "is_dated": event.is_dated,
        "is_set_aside": event.is_set_aside,
        "anchor_event": event.anchor_event,
        "rests_on_inferred": event.rests_on_inferred,
    }
