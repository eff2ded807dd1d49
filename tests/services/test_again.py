"""A text that is there already, with something typed beside it: nothing that was typed is lost."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import day, document
from webapp.services import curation, documents, timelines
from webapp.store.database import Store
from webapp.timeline.filters import Filter

pytestmark = pytest.mark.usefixtures("toy")

_TEXT = "On 2024-11-15 Ada met Ben. Yesterday Ada left."
_URL = "https://example.org/a"


def _left_on(store: Store) -> int | None:
    return next(c.first for c in timelines.timeline(store, Filter()).cards if "left" in c.label)


def test_what_the_article_lacks_is_filled_in(store: Store) -> None:
    documents.add(store, document(_TEXT))
    added = documents.add(store, document(_TEXT, title="One", publisher="P", url=_URL))
    assert added.was_there
    assert added.filled == (("title", "One"), ("publisher", "P"), ("url", _URL))
    assert (added.row.title, added.row.publisher, added.row.url) == ("One", "P", _URL)
    page = timelines.timeline(store, Filter(publishers=("P",)))
    assert page.dated
    assert timelines.timeline(store, Filter(text="One")).text_documents == 1


def test_what_it_says_otherwise_stays_and_is_told(store: Store) -> None:
    documents.add(store, document(_TEXT, title="One", publisher="P"))
    added = documents.add(store, document(_TEXT, title="Two", publisher="P", url=_URL))
    assert (added.filled, added.left) == ((("url", _URL),), (("title", "Two"),))
    assert added.row.title == "One"


def test_another_date_is_a_correction_that_can_be_undone(store: Store) -> None:
    documents.add(store, document(_TEXT, given_date=date(2024, 11, 16)))
    added = documents.add(store, document(_TEXT, given_date=date(2024, 11, 20)))
    assert (added.redated, _left_on(store)) == (date(2024, 11, 20), day("2024-11-19"))
    edit = documents.document_page(store, 1).can_undo
    assert edit is not None
    curation.undo(store, edit, document_id=1)
    assert _left_on(store) == day("2024-11-15")


def test_a_first_date_can_be_undone_too(store: Store) -> None:
    documents.add(store, document(_TEXT))
    assert documents.add(store, document(_TEXT, given_date=date(2024, 11, 20))).redated == date(2024, 11, 20)
    assert documents.document_page(store, 1).can_undo is not None


def test_the_same_again_changes_nothing(store: Store) -> None:
    first = document(_TEXT, title="One", given_date=date(2024, 11, 16))
    documents.add(store, first)
    for again in (first, document(_TEXT)):
        added = documents.add(store, again)
        assert (added.filled, added.redated, added.left) == ((), None, ())
    assert documents.document_page(store, 1).can_undo is None


def test_the_first_date_said_again_takes_back_no_correction(store: Store) -> None:
    first = document(_TEXT, given_date=date(2024, 11, 16))
    documents.add(store, first)
    curation.redate(store, 1, "2024-11-20")
    added = documents.add(store, first)
    assert (added.redated, added.left) == (None, (("published", "2024-11-16"),))
    assert _left_on(store) == day("2024-11-19")


def test_samples_loaded_again_change_nothing(store: Store) -> None:
    documents.add(store, document(_TEXT), sample=True)
    added = documents.add(store, document(_TEXT, title="One", given_date=date(2024, 11, 20)), sample=True)
    assert (added.filled, added.redated, documents.document_page(store, 1).can_undo) == ((), None, None)
