"""A timeline as JSON: a versioned object with the filter that was asked and every event under it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from webapp.export.dates import bounding_days, granularity_word, iso_day, said_days
from webapp.timeline.filters import Filter
from webapp.timeline.page import Card, Person, TimelinePage

VERSION = 1
Row = dict[str, object]


def chunks(cards: Iterable[Card], filter: Filter, *, address: Callable[[str], str]) -> Iterator[str]:
    """The pieces of `{"format": …, "version": …, "filter": …, "events": […]}`, an event at a time."""
    yield _written(_head(filter))[:-1] + ', "events": ['
    separator = "\n"
    for card in cards:
        yield separator + _written(event_row(card, address(card.id)))
        separator = ",\n"
    yield "\n]}\n"


def page_row(page: TimelinePage, *, address: Callable[[str], str]) -> Row:
    """The same object for one page of the timeline, with the counts that the page shows."""
    counts: Row = {
        "dated": page.dated,
        "undated": page.undated,
        "set_aside": page.set_aside,
        "documents": page.documents,
        "only_mention": page.only_mention,
        "outside": page.outside,
    }
    events = [event_row(card, address(card.id)) for card in page.cards]
    return {**_head(page.filter), "counts": counts, "has_more": page.has_more, "events": events}


def _head(filter: Filter) -> Row:
    return {"format": "dateline-timeline", "version": VERSION, "filter": filter_row(filter)}


def filter_row(filter: Filter) -> Row:
    """Only what narrows, in the words of the page's address."""
    row: Row = {
        "actor": list(filter.actors),
        "match": filter.match.value if len(filter.actors) > 1 else "",
        "mentions": filter.mentions,
        "status": [status.value for status in filter.statuses],
        "publisher": list(filter.publishers),
        "known": [known.value for known in filter.known],
        "from": iso_day(filter.first),
        "to": iso_day(filter.last),
        "certainly": filter.certainly,
        "text": filter.text,
        "set_aside": filter.set_aside,
    }
    return {key: value for key, value in row.items() if value} | {"order": filter.order.value}


def event_row(card: Card, address: str) -> Row:
    """Days are both included; an open end is `null`. `lasts` says "all through", not "some time within".

    An event without a day has no date, only the bounds that its place in the telling leaves.
    """
    date_start, date_end = said_days(card)
    not_before, not_after = bounding_days(card)
    return {
        "id": card.id,
        "address": address,
        "label": card.label,
        "date_start": date_start,
        "date_end": date_end,
        "time": _clock(card.minute),
        "granularity": (granularity_word(card.granularity) if card.is_dated else "") or None,
        "lasts": card.lasts,
        "is_dated": card.is_dated,
        "not_before": not_before,
        "not_after": not_after,
        "is_set_aside": card.is_set_aside,
        "status": card.status.value,
        "how_known": card.known.value,
        "counts_from_event": card.anchor_event or None,
        "took_part": [_person_row(person) for person in card.took_part],
        "mentioned": [_person_row(person) for person in card.mentioned],
        "documents": card.documents,
        "publishers": card.publishers,
        "citation": _citation_row(card),
    }


def _citation_row(card: Card) -> Row:
    return {
        "document": card.cite_document,
        "start": card.cite_start,
        "quote": "".join(piece.text for piece in card.quote),
        "publisher": card.publisher,
        "article": card.document_title,
    }


def _person_row(person: Person) -> Row:
    return {"id": person.id, "name": person.name, "kind": person.kind.value}


def _clock(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
