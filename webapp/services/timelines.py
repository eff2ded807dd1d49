"""The timeline under a filter, and single events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from webapp.errors import NotFoundError
from webapp.extract.report import ActorKind, Part
from webapp.services import chain, piles, strip
from webapp.services.pages import EventPage, Involved, ReportView
from webapp.store import cards as kept
from webapp.store.database import Store
from webapp.store.queries import account, documents, events
from webapp.store.queries import timeline as queries
from webapp.store.tables.base import AnyRow
from webapp.store.tables.documents import SAMPLES
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.anchor import Basis
from webapp.timeline.filters import Filter, Known, Match
from webapp.timeline.page import Card, Facets, FacetValue, Person, TimelinePage

_MOST_ACTORS = 300  # in the facet; whoever is chosen is always there
_EVERY = 1_000_000
_MOST_ARTICLES = 20  # named beside a search; more are counted


def timeline(store: Store, filter: Filter) -> TimelinePage:
    """The page, its facets and its strip. Own articles, or the samples while there are none."""
    with store.read() as connection:
        collection_id = piles.shown(connection)
        rows, has_more = queries.page(connection, collection_id, filter)
        totals = queries.totals(connection, collection_id, filter)
        facets = _facets(connection, collection_id, filter)
        return TimelinePage(
            filter=filter,
            cards=tuple(map(kept.card, rows)),
            facets=facets,
            bars=strip.bars(queries.days(connection, collection_id, filter), filter.first, filter.last),
            dated=totals.dated,
            undated=totals.undated,
            set_aside=totals.set_aside,
            documents=documents.how_many(connection, collection_id),
            outside=totals.outside,
            text_documents=_text_documents(connection, collection_id, filter),
            text_articles=_text_articles(connection, collection_id, filter),
            also_says=_also_says(connection, collection_id, filter, rows),
            has_more=has_more,
            is_samples=collection_id == SAMPLES,
            **_about_chosen(connection, collection_id, filter, facets),
        )


def cards(store: Store, filter: Filter) -> Iterator[Card]:
    """Every event under the filter in its order, `limit` and `offset` aside: for exports."""
    with store.read() as connection:
        for row in queries.all_rows(connection, piles.shown(connection), filter):
            yield kept.card(row)


def event_page(store: Store, event_id: str) -> EventPage:
    """The event, or the one that its reports belong to now."""
    with store.read() as connection:
        found = events.find(connection, event_id, prefer=piles.shown(connection))
        if found is None:
            raise NotFoundError("There is no such event. Its article may have been removed.")
        return _event_page(connection, *found)


def _event_page(connection: Connection, collection_id: int, event_id: str) -> EventPage:
    event = events.event(connection, collection_id, event_id)
    card = events.card(connection, collection_id, event_id)
    if event is None or card is None:
        raise NotFoundError("There is no such event. Its article may have been removed.")
    reports = events.reports(connection, collection_id, event_id)
    shown = reports[0]
    timex = None if shown.timex is None else account.timex(connection, shown.document_id, shown.timex)
    return EventPage(
        card=kept.card(card),
        reports=tuple(_report_views(connection, reports)),
        involved=tuple(_involved(events.involved(connection, collection_id, event_id))),
        chain=chain.chain(connection, collection_id, event, shown, timex),
        followers=tuple(map(kept.card, events.followers(connection, collection_id, event_id))),
        rule="" if timex is None else timex.rule,
        value="" if timex is None else timex.value,
        engine=documents.listed(connection, shown.document_id)[0].engine or "",
    )


def _report_views(connection: Connection, reports: Sequence[AnyRow]) -> Iterator[ReportView]:
    ids = sorted({report.document_id for report in reports})
    times = account.time_spans(connection, ids)
    published = account.publications(connection, ids)
    for report in reports:
        interval = Interval(report.begins, report.ends)
        publication = published[report.document_id, report.publication or 0]
        yield ReportView(
            document=report.document_id,
            document_title=report.title,
            publisher=report.publisher,
            start=report.cited,
            quote=kept.quote_pieces(report, times.get(report.document_id, ())),
            first=interval.first_day,
            last=interval.last_day,
            known=_known(report, is_inferred=publication.is_inferred).value,
            follows=report.follows,
            conflicts=report.conflicts,
            published=publication,
        )


def _known(report: AnyRow, *, is_inferred: bool) -> Known:
    """How this one report knows the date."""
    if report.timex is None or not report.has_when:
        return Known.UNDATED
    if report.basis == Basis.STATED.value:
        return Known.STATED
    return Known.INFERRED if report.basis == Basis.PUBLICATION.value and is_inferred else Known.WORKED_OUT


def _involved(rows: Iterable[AnyRow]) -> Iterator[Involved]:
    for row in rows:
        yield Involved(Person(row.actor_id, row.name, ActorKind(row.kind)), Part(row.part))


def _text_documents(connection: Connection, collection_id: int, filter: Filter) -> int:
    return queries.documents_with(connection, collection_id, filter.text) if filter.text else 0


def _text_articles(connection: Connection, collection_id: int, filter: Filter) -> tuple[tuple[int, str], ...]:
    if not filter.text:
        return ()
    rows = queries.articles_with(connection, collection_id, filter.text, limit=_MOST_ARTICLES)
    return tuple((row.id, row.title) for row in rows)


def _also_says(
    connection: Connection, collection_id: int, filter: Filter, rows: Iterable[AnyRow]
) -> dict[str, tuple[int, int, str]]:
    """The first sentence with the text, for the events whose card shows another."""
    if not filter.text:
        return {}
    shown = {row.event_id: (row.card["cite_document"], row.card["cite_start"]) for row in rows}
    found: dict[str, list[AnyRow]] = {}
    for row in queries.sentences_with(connection, collection_id, list(shown), filter.text):
        found.setdefault(row.event_id, []).append(row)
    return {
        event_id: (said[0].document_id, said[0].cited, said[0].quote)
        for event_id, said in found.items()
        if shown[event_id] not in {(row.document_id, row.cited) for row in said}
    }


def _about_chosen(
    connection: Connection, collection_id: int, filter: Filter, facets: Facets
) -> dict[str, Any]:
    """What the page says of chosen actors besides its list: for the empty state and the line on mentions."""
    if not filter.actors:
        return {}

    def count(**changes: Any) -> int:
        return queries.how_many(connection, collection_id, replace(filter, **changes))

    chosen = {value.value: value for value in facets.actors if value.chosen}
    return {
        "only_mention": count(mentions=True) - count(mentions=False),
        "actors_alone": tuple(
            replace(chosen[actor], count=count(actors=(actor,))) for actor in dict.fromkeys(filter.actors)
        ),
        "any_of": count(match=Match.ANY),
    }


def _facets(connection: Connection, collection_id: int, filter: Filter) -> Facets:
    return Facets(
        actors=_actors(connection, collection_id, filter),
        statuses=_values(
            queries.statuses(connection, collection_id, filter), [status.value for status in filter.statuses]
        ),
        publishers=_values(queries.publishers(connection, collection_id, filter), filter.publishers),
        known=_values(
            queries.known(connection, collection_id, filter), [known.value for known in filter.known]
        ),
    )


def _actors(connection: Connection, collection_id: int, filter: Filter) -> tuple[FacetValue, ...]:
    """Those with the most events, and whoever is chosen."""
    chosen = tuple(dict.fromkeys(filter.actors))
    rows = list(queries.actors(connection, collection_id, filter, limit=_MOST_ACTORS))
    beside = queries.actors(connection, collection_id, filter, limit=_MOST_ACTORS, undated=True)
    there = {row.actor_id for row in rows}
    fewer = [actor for actor in chosen if actor not in there]
    if fewer:
        rows += queries.actors(connection, collection_id, filter, limit=len(fewer), only=fewer)
        there = {row.actor_id for row in rows}
    values = [_involved_in(row, chosen) for row in rows]
    values += [_without_a_day(row, chosen) for row in beside if row.actor_id not in {*there, *chosen}]
    if len(chosen) > 1 and filter.match is Match.ALL:
        values = _together(values, queries.actors(connection, collection_id, filter, limit=_EVERY, but=()))
    nowhere = [actor for actor in fewer if actor not in there]
    names = {row.id: row for row in queries.names(connection, collection_id, nowhere)} if nowhere else {}
    values += [_nobody(actor, names) for actor in nowhere]
    return tuple(sorted(values, key=lambda v: (-v.count, -v.mentions, v.label.casefold(), v.value)))


def _together(values: Iterable[FacetValue], rows: Iterable[AnyRow]) -> list[FacetValue]:
    """Where all of the chosen must take part, the numbers of the others say what choosing them would leave."""
    left = {row.actor_id: row for row in rows}

    def narrowed(value: FacetValue) -> FacetValue:
        row = left.get(value.value)
        if value.chosen:
            return value
        if row is None:
            return replace(value, count=0, mentions=0)
        return replace(value, count=row.took_part, mentions=row.events - row.took_part)

    return [narrowed(value) for value in values]


def _without_a_day(row: AnyRow, chosen: Iterable[str]) -> FacetValue:
    return FacetValue(
        row.actor_id, row.name, 0, kind=row.kind, chosen=row.actor_id in chosen, undated=row.events
    )


def _involved_in(row: AnyRow, chosen: Iterable[str]) -> FacetValue:
    mentions = row.events - row.took_part
    return FacetValue(
        row.actor_id, row.name, row.took_part, mentions, kind=row.kind, chosen=row.actor_id in chosen
    )


def _nobody(actor: str, names: Mapping[str, AnyRow]) -> FacetValue:
    """A chosen actor who is in no event under the other filters."""
    known = names.get(actor)
    name, kind = (known.name, known.kind) if known is not None else (actor, ActorKind.PERSON.value)
    return FacetValue(actor, name, 0, kind=kind, chosen=True)


def _values(counts: Mapping[str, int], chosen: Iterable[str]) -> tuple[FacetValue, ...]:
    """In order of count; the label is the views' to choose."""
    wanted = list(chosen)
    every = dict.fromkeys([*counts, *wanted])
    values = [FacetValue(value, value, counts.get(value, 0), chosen=value in wanted) for value in every]
    return tuple(sorted(values, key=lambda v: (-v.count, v.label.casefold())))
