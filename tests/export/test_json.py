"""The versioned JSON object."""

import json
from datetime import date

from tests.export.cards import OPEN, SAILED
from webapp.export import to_json
from webapp.export.json import chunks
from webapp.extract.report import Status
from webapp.timeline.filters import Filter
from webapp.timeline.page import Card, Facets, TimelinePage


def object_of(*cards: Card, filter: Filter | None = None) -> dict[str, object]:
    written = "".join(chunks(cards, filter or Filter(), address=lambda event: f"/events/{event}"))
    value = json.loads(written)
    assert isinstance(value, dict)
    return value


def test_object_says_its_format_and_version() -> None:
    assert object_of() == {
        "format": "dateline-timeline",
        "version": 1,
        "filter": {"order": "oldest"},
        "events": [],
    }


def test_filter_is_told_in_the_words_of_the_address() -> None:
    first = date(2024, 11, 1).toordinal()
    filter = Filter(actors=("a1",), statuses=(Status.PLANNED,), first=first, text="ferry")
    assert object_of(filter=filter)["filter"] == {
        "actor": ["a1"],
        "status": ["planned"],
        "from": "2024-11-01",
        "text": "ferry",
        "order": "oldest",
    }


def test_event_with_its_citation() -> None:
    events = object_of(SAILED, OPEN)["events"]
    assert isinstance(events, list)
    sailed, undated = events
    assert sailed["date_start"] == sailed["date_end"] == "2023-04-04"
    assert sailed["time"] == "07:30"
    assert sailed["citation"]["quote"] == "The ferry “sailed” on Tuesday."
    assert sailed["took_part"][0] == {"id": "asta-vale", "name": "Asta Vale", "kind": "person"}
    assert sailed["address"] == "/events/e1"
    assert (sailed["is_dated"], sailed["not_before"], sailed["not_after"]) == (True, None, None)
    assert (undated["date_start"], undated["granularity"], undated["time"]) == (None, None, None)
    assert (undated["is_dated"], undated["not_before"], undated["not_after"]) == (False, "2023-04-05", None)


def test_a_page_has_the_same_events_and_its_counts() -> None:
    page = TimelinePage(Filter(), (SAILED, OPEN), Facets(), (), dated=1, undated=1, set_aside=0, documents=2)
    row = to_json(page)
    assert row["events"] == object_of(SAILED, OPEN)["events"]
    assert row["counts"] == {
        "dated": 1,
        "undated": 1,
        "set_aside": 0,
        "documents": 2,
        "only_mention": 0,
        "outside": 0,
    }
