"""The rows that `dateline extract` writes: reports, actors, mentions. Offsets are those of the given text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webapp.extract.reading import Reading
from webapp.extract.report import Part, Report
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.point import Point
from webapp.temporal.algebra.when import When
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.cast import cast_of
from webapp.timeline.event import ReportRef

Row = dict[str, object]

_COUNTED = (Part.TOOK_PART, Part.UNCLEAR)
_WORD = {
    Granularity.WEEKEND: "week",
    Granularity.WEEK: "week",
    Granularity.MONTH: "month",
    Granularity.SEASON: "season",
    Granularity.QUARTER: "quarter",
    Granularity.HALF: "half",
    Granularity.YEAR: "year",
    Granularity.DECADE: "decade",
    Granularity.CENTURY: "century",
    Granularity.MILLENNIUM: "century",
}


@dataclass(frozen=True, slots=True)
class Days:
    """`date_start`, `date_end` and `granularity` as the format wants them."""

    start: str | None = None
    end: str | None = None
    granularity: str = "unknown"


@dataclass(frozen=True, slots=True)
class Pile:
    """What is looked up often: actor ids by document and local key, and each report's event."""

    actors: Mapping[str, Mapping[str, str]]
    events: Mapping[ReportRef, str]
    reports: Mapping[ReportRef, Report]

    @classmethod
    def of(cls, arrangement: Arrangement) -> Pile:
        placed = [(event.id, told) for event in arrangement.events for told in event.reports]
        return cls(
            cast_of(arrangement.readings).ids,
            {told.ref: event_id for event_id, told in placed},
            {told.ref: told.report for _, told in placed},
        )


def actor_rows(arrangement: Arrangement) -> dict[str, list[str]]:
    return {actor.id: [actor.name, *(alias.name for alias in actor.aliases)] for actor in arrangement.actors}


def mention_rows(name: str, reading: Reading, pile: Pile) -> Iterator[Row]:
    """Names only: a pronoun, or a noun that stands for somebody, is no name."""
    known = pile.actors.get(reading.document.hash, {})
    for mention in reading.mentions:
        if mention.is_name and mention.actor in known:
            span = mention.span
            yield {"doc_id": name, "start": span.start, "end": span.end, "actor": known[mention.actor]}


def event_rows(name: str, reading: Reading, pile: Pile) -> Iterator[Row]:
    """A row for each report of the document, whatever segment it stands in."""
    known = pile.actors.get(reading.document.hash, {})
    for index, said in enumerate((*reading.reports, *reading.others)):
        ref = ReportRef(reading.document.hash, index)
        report = pile.reports.get(ref, said)
        days = days_of(report.when, report.granularity, said=report.timex is not None)
        yield {
            "doc_id": name,
            "sentence": [report.citation.span.start, report.citation.span.end],
            "trigger": report.mention.text,
            "trigger_start": report.mention.span.start,
            "actors": [
                known[p.actor] for p in said.participations if p.part in _COUNTED and p.actor in known
            ],
            "date_start": days.start,
            "date_end": days.end,
            "granularity": days.granularity,
            "event_id": pile.events.get(ref, f"{ref.document[:16]}-{index}"),
        }


def days_of(when: When | None, granularity: Granularity | None, *, said: bool) -> Days:
    """First and last day, both included. With one end open, the other is a bound that is itself not included.

    `said` tells a time that the words name from mere bounds: what an article tells as past, with no day named,
    was before the day of publication in the format's words, though it may have been on that very day.
    """
    if when is None:
        return Days()
    first, last = when.interval.first_day, when.interval.last_day
    if first is not None and last is not None:
        start, end = _iso(first), _iso(last)
        word = _granularity_word(granularity, lasts=when.lasts and first != last)
        return Days(start, end, word) if start and end else Days()
    if when.lasts:
        return Days(_iso(first), _iso(last), "interval")
    return Days(_iso(_moved(first, -said)), _iso(_moved(last, +said)))


def _moved(day: int | None, by: int) -> int | None:
    return None if day is None else day + by


def _granularity_word(granularity: Granularity | None, *, lasts: bool) -> str:
    if granularity is None:
        return "unknown"
    return "interval" if lasts else _WORD.get(granularity, "day")


def _iso(day: int | None) -> str | None:
    """Only years that a four-digit date can name."""
    found = None if day is None else Point(day).to_date()
    return None if found is None else found.isoformat()
