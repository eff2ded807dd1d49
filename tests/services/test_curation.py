"""Correcting an article's date: what is shown first, what moves, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.factories import day, document
from webapp.errors import BadInputError, ConflictError, NotFoundError
from webapp.services import curation, documents, timelines
from webapp.store import tables
from webapp.store.database import Store
from webapp.timeline.filters import Filter

pytestmark = pytest.mark.usefixtures("toy")

_TEXT = "On 2024-11-15 Ada met Ben. Yesterday Ada left. Two days before the meeting Ada called Ben. Later Ben spoke."
_OTHER = "In 2024-06 Ada spoke."
_BESIDE = {"edits", "event_redirects"}  # what may differ after an undo: history, and addresses that lead on


@pytest.fixture
def kept(store: Store) -> Store:
    documents.add(store, document(_TEXT, given_date=date(2024, 11, 16)))
    documents.add(store, document(_OTHER))
    return store


def _days(store: Store) -> dict[str, int | None]:
    return {card.label.split()[0]: card.first for card in timelines.timeline(store, Filter()).cards}


def _machine_rows(store: Store) -> dict[str, list[Any]]:
    with store.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in tables.Base.metadata.sorted_tables
            if table.name not in _BESIDE
        }


def test_the_preview_says_what_would_move_and_changes_nothing(kept: Store) -> None:
    before = _machine_rows(kept)
    preview = curation.preview_redate(kept, 1, "20 November 2024")
    assert [(m.label, m.before[0], m.after[0]) for m in preview.moves] == [
        ("Yesterday Ada left", day("2024-11-15"), day("2024-11-19")),
    ]
    assert [(m.label, m.reason) for m in preview.stays] == [
        ("Two days before the meeting Ada called Ben", "event"),
        ("On 2024-11-15 Ada met Ben", "stated"),
    ]
    assert (preview.new.likely, preview.warnings) == (day("2024-11-20"), ())
    assert _machine_rows(kept) == before


def test_an_article_older_than_what_it_reports_is_warned_of(kept: Store) -> None:
    assert curation.preview_redate(kept, 1, "2023-11-16").warnings == (("predates", "On 2024-11-15"),)


def test_setting_and_undoing_restores_everything(kept: Store) -> None:
    before = _machine_rows(kept)
    edit_id = curation.redate(kept, 1, "2024-11-20")
    assert _days(kept)["Yesterday"] == day("2024-11-19")
    assert documents.document_page(kept, 1).can_undo == edit_id
    curation.undo(kept, edit_id)
    assert _machine_rows(kept) == before
    assert documents.document_page(kept, 1).can_undo is None


def test_the_last_correction_counts_and_each_can_be_undone(kept: Store) -> None:
    first = curation.redate(kept, 1, "2024-11-20")
    second = curation.redate(kept, 1, "2024-11-25")
    assert _days(kept)["Yesterday"] == day("2024-11-24")
    curation.undo(kept, second)
    assert _days(kept)["Yesterday"] == day("2024-11-19")
    curation.undo(kept, first)
    assert _days(kept)["Yesterday"] == day("2024-11-15")


def test_an_undo_can_be_undone(kept: Store) -> None:
    edit_id = curation.redate(kept, 1, "2024-11-20")
    curation.undo(kept, edit_id)
    curation.undo(kept, edit_id + 1)
    assert _days(kept)["Yesterday"] == day("2024-11-19")


def test_nothing_is_undone_twice(kept: Store) -> None:
    edit_id = curation.redate(kept, 1, "2024-11-20")
    curation.undo(kept, edit_id)
    with pytest.raises(ConflictError):
        curation.undo(kept, edit_id)


@pytest.mark.parametrize("edit_id", [0, 99, -1, 10**30])
def test_an_edit_that_is_not_there(kept: Store, edit_id: int) -> None:
    with pytest.raises(NotFoundError):
        curation.undo(kept, edit_id)


def test_a_correction_outlives_the_article(kept: Store) -> None:
    edit_id = curation.redate(kept, 1, "2024-11-20")
    documents.remove(kept, 1)
    added = documents.add(kept, document(_TEXT, given_date=date(2024, 11, 16)))
    assert added.row.publication.likely == day("2024-11-20")
    documents.remove(kept, added.document)
    curation.undo(kept, edit_id)
    assert documents.add(kept, document(_TEXT)).row.publication.likely is None


def test_an_article_without_a_date_can_be_given_one(kept: Store) -> None:
    curation.redate(kept, 2, "2024-07-01")
    assert documents.document_page(kept, 2).row.publication.likely == day("2024-07-01")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("31 February 2024", "there is no 31 February 2024; February 2024 has 29 days"),
        ("February 30, 2023", "February 2023 has 28 days"),
        ("2024-13-01", "a year has 12 months"),
        ("2024-02-31", "February 2024 has 29 days"),
        ("June 2024", "not one day"),
        ("2024", "not one day"),
        ("the day it rained", "not read as a date"),
        ("x" * 100, "too long"),
    ],
)
def test_what_is_no_exact_day_is_refused_in_words(kept: Store, typed: str, says: str) -> None:
    for change in (curation.preview_redate, curation.redate):
        with pytest.raises(BadInputError, match=says) as caught:
            change(kept, 1, typed)
        assert caught.value.field == "typed"


@pytest.mark.parametrize("typed", ["2024-11-20", "20 November 2024", "November 20, 2024", " 20 Nov 2024 "])
def test_days_may_be_typed_in_many_ways(kept: Store, typed: str) -> None:
    assert curation.preview_redate(kept, 1, typed).new.likely == day("2024-11-20")


def test_an_article_that_is_not_there(kept: Store) -> None:
    for change in (curation.preview_redate, curation.redate):
        with pytest.raises(NotFoundError):
            change(kept, 99, "2024-11-20")


def test_an_edit_is_undone_only_at_its_own_article(kept: Store) -> None:
    edit_id = curation.redate(kept, 2, "2024-07-01")
    before = _machine_rows(kept)
    with pytest.raises(NotFoundError, match=f"no change {edit_id}"):
        curation.undo(kept, edit_id, document_id=1)
    with pytest.raises(NotFoundError):
        curation.undo(kept, edit_id, document_id=99)
    assert _machine_rows(kept) == before
    curation.undo(kept, edit_id, document_id=2)
    assert _machine_rows(kept) != before


def test_the_preview_holds_the_one_day_that_was_meant(kept: Store) -> None:
    assert curation.preview_redate(kept, 1, "yesterday").day == date.today() - timedelta(days=1)
