"""Any ingest order, one by one or at once, gives the same timeline. With the real engine and invented texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webapp.services import curation, documents, timelines
from webapp.store.database import Store
from webapp.store.migrate import migrate
from webapp.text.document import Document
from webapp.timeline.filters import Filter

_ARTICLES = (
    Document(
        "Mayor Ilse Brandt met Governor Tomas Okafor in Lund on March 4, 2031. Two days prior to the Brandt-Okafor "
        "meeting, Okafor called Minister Petra Voss. Brandt plans to visit Oslo next month.",
        publisher="Lund Post",
    ),
    Document(
        "On March 4, Ilse Brandt met Tomas Okafor. The mayor said the harbour would open in June. "
        "Petra Voss criticised the plan on Tuesday.",
        publisher="The Harbour",
    ),
    Document(
        "Yesterday Petra Voss resigned. She had opened the harbour of Lund on February 11, 2031.",
        publisher="Lund Post",
        given_date=date(2031, 3, 20),
    ),
    Document("Since 1998 the council has met every Friday. Tomas Okafor won the election in May 2029."),
    Document("The lighthouse is tall and white. Nobody knows who built it."),
)


def _seen(store: Store) -> dict[str, Any]:
    """All that the pages show, with documents named by their text instead of by number."""
    page = timelines.timeline(store, Filter(set_aside=True))
    with store.read() as connection:
        hashes = {r.id: documents.find(connection, r.id).document.hash for r in documents.documents(store)}
    events = {
        card.id: [
            (hashes[r.document], r.start, r.first, r.last, r.known, r.follows, r.conflicts)
            for r in page_.reports
        ]
        for card in page.cards
        if (page_ := timelines.event_page(store, card.id))
    }
    return {
        "cards": [(replace(card, cite_document=0), hashes[card.cite_document]) for card in page.cards],
        "facets": page.facets,
        "bars": page.bars,
        "events": events,
        "published": {hashes[row.id]: row.publication for row in documents.documents(store)},
    }


def _after(steps: Sequence[Sequence[Document]], passing: Document | None = None) -> dict[str, Any]:
    """What is seen when these batches have been added, and one of them removed and added again."""
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'dateline.sqlite'}")
        migrate(store)
        for batch in steps:
            documents.add_many(store, batch)
        if passing is not None:
            documents.remove(store, documents.add(store, passing).document)
            documents.add(store, passing)
        seen = _seen(store)
        store.close()
        return seen


@cache
def _all_at_once() -> dict[str, Any]:
    return _after([_ARTICLES])


def test_the_invented_articles_make_events_together() -> None:
    seen = _all_at_once()
    assert len(seen["cards"]) > 4
    assert any(card.documents == 2 for card, _ in seen["cards"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    order=st.permutations(_ARTICLES),
    cuts=st.sets(st.integers(1, 4)),
    passing=st.sampled_from((None, *_ARTICLES)),
)
def test_any_order_gives_the_same_timeline(
    order: list[Document], cuts: set[int], passing: Document | None
) -> None:
    edges = [0, *sorted(cuts), len(order)]
    steps = [order[a:b] for a, b in pairwise(edges)]
    assert _after(steps, passing) == _all_at_once()


def test_a_date_corrected_and_undone_leaves_no_trace(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'dateline.sqlite'}")
    migrate(store)
    documents.add_many(store, _ARTICLES)
    before = _seen(store)
    for document_id in range(1, len(_ARTICLES) + 1):
        edit_id = curation.redate(store, document_id, "17 April 2030")
        assert _seen(store) != before
        curation.undo(store, edit_id)
        assert _seen(store) == before
    store.close()
