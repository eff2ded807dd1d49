"""An event's page: its reports, the way from words to day, and addresses that stay good."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import day, document
from webapp.errors import NotFoundError
from webapp.services import documents, timelines
from webapp.services.pages import ChainStep, EventPage
from webapp.store.database import Store
from webapp.timeline.filters import Filter

pytestmark = pytest.mark.usefixtures("toy")

_TEXT = (
    "On 2024-11-15 Ada met Ben about Cleo. Yesterday Ada left. Two days before the meeting Ada called Ben."
)


def _page(store: Store, word: str) -> EventPage:
    card = next(c for c in timelines.timeline(store, Filter()).cards if word in c.label)
    return timelines.event_page(store, card.id)


def _read(step: ChainStep) -> tuple[str, object]:
    return step.code, step.values.get("text") or step.values.get("first")


def test_a_stated_date(store: Store) -> None:
    documents.add(store, document(_TEXT))
    page = _page(store, "met")
    assert list(map(_read, page.chain)) == [("said", "On 2024-11-15"), ("stated", day("2024-11-15"))]
    assert page.chain[1].values["granularity"] == "day"
    assert (page.chain[0].document, page.chain[0].start) == (1, 0)
    assert (page.rule, page.value) == ("toy", "2024-11-15")
    assert page.engine.startswith("dateline")


def test_a_date_that_counts_from_the_articles(store: Store) -> None:
    documents.add(store, document(_TEXT, given_date=date(2024, 11, 16)))
    page = _page(store, "left")
    assert list(map(_read, page.chain)) == [
        ("said", "Yesterday"),
        ("published", day("2024-11-16")),
        ("arithmetic", day("2024-11-15")),
    ]
    assert page.chain[1].values["evidence"] == "given"
    counted = {name: page.chain[2].values[name] for name in ("count", "unit", "side", "from_first")}
    assert counted == {"count": "1", "unit": "day", "side": "before", "from_first": day("2024-11-16")}


def test_a_date_that_counts_from_another_event(store: Store) -> None:
    documents.add(store, document(_TEXT, given_date=date(2024, 11, 16)))
    page = _page(store, "called")
    assert [step.code for step in page.chain] == ["said", "event", "arithmetic", "not-used"]
    event = page.chain[1]
    assert (event.document, event.start, event.event) == (1, 0, _page(store, "met").card.id)
    assert page.chain[2].values["first"] == day("2024-11-13")
    assert page.chain[3].values["first"] == day("2024-11-16")
    assert page.card.anchor_label == "On 2024-11-15 Ada met Ben about Cleo"
    assert [card.id for card in _page(store, "met").followers] == [page.card.id]


def test_no_day_has_bounds(store: Store) -> None:
    documents.add(store, document("Later Ben spoke.", given_date=date(2024, 11, 16)))
    page = _page(store, "spoke")
    assert list(map(_read, page.chain)) == [("bounds", day("2024-11-16"))]
    assert page.chain[0].values["last"] is None


def test_reports_of_every_document(store: Store) -> None:
    documents.add(store, document(_TEXT, title="One", publisher="P"))
    documents.add(
        store, document("On 2024-11-15 Ada met Ben about Cleo. And so on.", title="Two", publisher="Q")
    )
    page = _page(store, "met")
    assert sorted((r.document, r.document_title, r.start, r.first, r.known) for r in page.reports) == [
        (1, "One", 0, day("2024-11-15"), "stated"),
        (2, "Two", 0, day("2024-11-15"), "stated"),
    ]
    assert [(i.person.name, i.part.value) for i in page.involved] == [
        ("Ada", "took-part"), ("Ben", "took-part"), ("Cleo", "mentioned"),
    ]  # fmt: skip


def test_an_id_merged_away_leads_to_the_event_that_holds_its_report(store: Store) -> None:
    one = document("On 2024-11-15 Ada met Ben. So it was.")
    two = document("In the end: On 2024-11-15 Ada met Ben.")
    ids = {}
    for each in (one, two):
        documents.add(store, each)
        ids[each.text] = _page(store, "met").card.id
        documents.remove(store, documents.documents(store)[0].id)
    documents.add_many(store, [one, two])
    survivor = _page(store, "met").card.id
    assert survivor in ids.values()
    for each in (one, two):
        added = documents.add(store, each)
        if ids[each.text] == survivor:
            documents.remove(store, added.document)
    assert timelines.event_page(store, survivor).card.id == _page(store, "met").card.id != survivor
    documents.add_many(store, [one, two])
    for event_id in ids.values():
        assert timelines.event_page(store, event_id).card.id == survivor


@pytest.mark.parametrize("event_id", ["", "nothing", "'; --", "x" * 5000])
def test_an_unknown_id(store: Store, event_id: str) -> None:
    with pytest.raises(NotFoundError):
        timelines.event_page(store, event_id)


def test_an_event_whose_article_was_removed_is_gone(store: Store) -> None:
    documents.add(store, document(_TEXT))
    event_id = _page(store, "met").card.id
    documents.remove(store, 1)
    with pytest.raises(NotFoundError):
        timelines.event_page(store, event_id)
