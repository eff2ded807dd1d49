"""SQLite and PostgreSQL answer alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.factories import day, document
from webapp.extract.report import Status
from webapp.services import curation, documents, timelines
from webapp.store.database import Store
from webapp.timeline.filters import Filter, Known, Match, Order

_P = "Since 1982 Ben ruled. On 2024-11-15 Ada met Ben about Cleo. Tomorrow Ada votes.\n\nLater Dora spoke."
_Q = "Two days before the meeting Ada called Ben. On 2024-11-15 Ada met Ben about Cleo."
_FILTERS = (
    Filter(),
    Filter(order=Order.NEWEST, limit=1, offset=1, set_aside=True),
    Filter(actors=("ada", "ben"), mentions=True),
    Filter(actors=("ada", "cleo"), match=Match.ANY, publishers=("P",)),
    Filter(statuses=(Status.PLANNED,), known=(Known.STATED, Known.WORKED_OUT)),
    Filter(first=day("2024-11-01"), last=day("2024-11-15")),
    Filter(first=day("2024-11-01"), certainly=True),
    Filter(first=-(10**30), last=10**30),
    Filter(text='ada "met ben"'),
)


def _answers(store: Store) -> Iterator[Any]:
    documents.add(store, document(_P, publisher="P", given_date=date(2024, 11, 16)))
    documents.add_many(store, [document(_Q, publisher="Q")], sample=False)
    curation.undo(store, curation.redate(store, 1, "2024-12-01"))
    curation.redate(store, 1, "2024-11-20")
    for filter in _FILTERS:
        page = timelines.timeline(store, filter)
        yield page, tuple(timelines.cards(store, filter))
        yield [timelines.event_page(store, card.id) for card in page.cards]
    for row in documents.documents(store):
        yield documents.document_page(store, row.id, cite=0), documents.removal(store, row.id)
    documents.remove(store, 1)
    yield documents.documents(store), timelines.timeline(store, Filter())


@pytest.mark.usefixtures("toy")
def test_both_answer_the_same(store: Store, postgres: Store) -> None:
    for one, other in zip(_answers(store), _answers(postgres), strict=True):
        assert one == other
