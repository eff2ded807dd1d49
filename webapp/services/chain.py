"""Why this date? The steps from the words to the day, derived from what is stored.

The codes of the steps, and the values each comes with; the views make sentences of them. A date is `first` and
`last`, day numbers, `None` where open, with its `granularity` ("day", "" where it does not matter) and the `minute`
of the day where a time of day was said.

- `said`: text, the time words; leads to the sentence
- `stated`: date, complete in the words
- `published`: date, the article's own; `evidence` says whether a person or the source gave it
- `published-inferred`: date, the article's own, worked out by Dateline
- `mention`: text and date named before it, from which it counts; leads to its sentence
- `event`: label, date and text (time words) of another event from which it counts; leads there
- `event-only`: the same and `actors`, how many who took part the words name; no other event has them all
- `year-filled`: year that nobody said
- `arithmetic`: `count` ("2", "3/2") of a `unit` ("day") on which `side` ("before", "after") of the date
  `from_first` to `from_last` (with `from_minute`), and the date that this gives
- `result`: date
- `not-used`, `not-used-inferred`: date, the article's own, where the words count from another event
- `bounds`: date; no day is said, this is what the order of telling leaves
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from webapp.context.publication import Publication
from webapp.extract.report import ActorKind
from webapp.services.pages import ChainStep
from webapp.store import cards
from webapp.store.queries import account, events
from webapp.store.queries import timeline as queries
from webapp.store.tables.base import AnyRow
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Basis
from webapp.temporal.expression import Around, CalendarDate, ClockTime, Expression, Modified, NthOf, Shift
from webapp.temporal.timex import Timex
from webapp.timeline.filters import Filter
from webapp.timeline.page import Card

Values = Mapping[str, str | int | None]


def chain(
    connection: Connection, collection_id: int, event: AnyRow, report: AnyRow, row: AnyRow | None
) -> tuple[ChainStep, ...]:
    """The steps for the report that is shown; `row` is its time expression, where it has one."""
    here = report.document_id, report.cited
    if row is None or not event.is_dated:
        return (ChainStep("bounds", _date(Interval(event.begins, event.ends)), *here),)
    timex = account.as_timex(row)
    said = ChainStep("said", {"text": timex.text}, *here)
    published = account.publications(connection, [report.document_id])[
        report.document_id, report.publication or 0
    ]
    if timex.basis is Basis.EVENT:
        rest = _from_event(connection, collection_id, event, timex, published)
    elif timex.basis is Basis.MENTION:
        rest = _from_mention(connection, report.document_id, event, timex)
    elif timex.basis is Basis.PUBLICATION:
        rest = _from_publication(report.document_id, event, timex, published)
    else:
        rest = iter([ChainStep("stated", _date_of(event))])
    return (said, *rest)


def _from_publication(
    document_id: int, event: AnyRow, timex: Timex, published: Publication
) -> Iterator[ChainStep]:
    code = "published-inferred" if published.is_inferred else "published"
    yield ChainStep(code, _published(published), document_id)
    day = published.likely
    if day is not None and (years := _years_on(timex.candidate.expression)) is not None:
        year = Point(day).year
        yield _arithmetic(event, years, Interval(Point.of(year), Point.of(year + 1)))
        return
    if "year" in timex.implied and event.begins is not None:
        yield ChainStep("year-filled", {"first": event.begins.day})
    yield _result(event, timex, None if day is None else Interval.of_days(day, day))


def _from_mention(
    connection: Connection, document_id: int, event: AnyRow, timex: Timex
) -> Iterator[ChainStep]:
    """The earlier mention with a link to its sentence."""
    rows = account.timexes(connection, document_id)
    earlier = next((row for row in rows if timex.reference and row.start == timex.reference.start), None)
    interval = None
    if earlier is not None:
        start = _sentence_at(connection, document_id, earlier.start)
        interval = Interval(earlier.begins, earlier.ends)
        values = {"text": earlier.text, **_date(interval, earlier.granularity)}
        yield ChainStep("mention", values, document_id, start)
    yield _result(event, timex, interval)


def _from_event(
    connection: Connection, collection_id: int, event: AnyRow, timex: Timex, published: Publication
) -> Iterator[ChainStep]:
    """The other event with a link to the sentence that dates it; the article's own date was not used."""
    row = events.card(connection, collection_id, event.anchor_event)
    interval = None
    if row is not None:
        card = cards.card(row)
        interval = _of_days(card.first, card.last)
        yield _anchor(connection, collection_id, card, timex)
    yield _result(event, timex, interval)
    code = "not-used-inferred" if published.is_inferred else "not-used"
    yield ChainStep(code, _published(published))


def _anchor(connection: Connection, collection_id: int, card: Card, timex: Timex) -> ChainStep:
    words = _time_words(connection, collection_id, card.id)
    values = {"label": card.label, "text": words, **_date(_of_days(card.first, card.last))}
    named = _named(card, timex)
    if words and _is_only(connection, collection_id, named):
        values = {**values, "actors": len(named)}
        return ChainStep("event-only", values, card.cite_document, card.cite_start, card.id)
    return ChainStep("event", values, card.cite_document, card.cite_start, card.id)


def _time_words(connection: Connection, collection_id: int, event_id: str) -> str:
    """Those by which its first report dates an event."""
    shown = events.reports(connection, collection_id, event_id)[0]
    row = None if shown.timex is None else account.timex(connection, shown.document_id, shown.timex)
    return "" if row is None else str(row.text)


def _named(card: Card, timex: Timex) -> tuple[str, ...]:
    """The people who took part and whom the words name."""
    return tuple(
        person.id
        for person in card.took_part
        if person.kind is ActorKind.PERSON and person.name.split()[-1] in timex.text
    )


def _is_only(connection: Connection, collection_id: int, named: tuple[str, ...]) -> bool:
    """Are there at least two, and is there no other event of them all?"""
    return len(named) > 1 and queries.how_many(connection, collection_id, Filter(actors=named)) == 1


def _result(event: AnyRow, timex: Timex, anchor: Interval | None) -> ChainStep:
    """The arithmetic where the words say how far, else the bare result."""
    shift = shift_of(timex.candidate.expression)
    if shift is None or not shift.sign or shift.duration.count is None or anchor is None:
        return ChainStep("result", _date_of(event))
    return _arithmetic(event, shift, anchor)


def _arithmetic(event: AnyRow, shift: Shift, anchor: Interval) -> ChainStep:
    values = {
        "count": str(shift.duration.count),
        "unit": shift.duration.unit.name.lower(),
        "side": "before" if shift.sign < 0 else "after",
        "from_first": anchor.first_day,
        "from_last": anchor.last_day,
        "from_minute": anchor.start.minute or None if anchor.start is not None else None,
        **_date_of(event),
    }
    return ChainStep("arithmetic", values)


def _years_on(expression: Expression) -> Shift | None:
    """The "next year" of "February 23 next year"."""
    match expression:
        case Modified(expression=inner):
            return _years_on(inner)
        case CalendarDate(of=Shift() as years) if years.sign and years.duration.count is not None:
            return years
    return None


def shift_of(expression: Expression) -> Shift | None:
    """How far the words count, however they are wrapped."""
    match expression:
        case Shift():
            return expression
        case Around(shift=shift):
            return shift
        case Modified(expression=inner):
            return shift_of(inner)
        case ClockTime(on=inner) | NthOf(of=inner) if inner is not None:
            return shift_of(inner)
    return None


def _sentence_at(connection: Connection, document_id: int, point: int) -> int:
    inside = (s.start for s in account.sentences(connection, document_id) if s.start <= point < s.end)
    return next(inside, point)


def _published(publication: Publication) -> Values:
    kind = publication.evidence[0].kind.value if publication.evidence else ""
    return {**_date(publication.bounds), "likely": publication.likely, "evidence": kind}


def _date_of(event: AnyRow) -> Values:
    return _date(Interval(event.begins, event.ends), event.granularity)


def _date(interval: Interval, granularity: int | None = None) -> Values:
    is_clock = granularity is not None and granularity <= Granularity.HOUR and interval.start is not None
    return {
        "first": interval.first_day,
        "last": interval.last_day,
        "granularity": "" if granularity is None else Granularity(granularity).name.lower(),
        "minute": interval.start.minute if is_clock and interval.start is not None else None,
    }


def _of_days(first: int | None, last: int | None) -> Interval:
    return Interval(None if first is None else Point(first), None if last is None else Point(last + 1))
