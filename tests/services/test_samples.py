"""Sample articles: shown while there is nothing else, gone with one button."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import document
from webapp.services import documents, samples, timelines
from webapp.store.database import Store
from webapp.timeline.filters import Filter

pytestmark = pytest.mark.usefixtures("toy")

_SAMPLE = "On 2020-01-01 Ada met Ben."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "README.md").write_text("Not an article.", encoding="utf-8")
    (folder / "one.md").write_text(f"---\ntitle: One\n---\n{_SAMPLE}\n", encoding="utf-8")
    (folder / "two.md").write_text("---\ntitle: Two\n---\nIn 2020-02 Ada spoke.\n", encoding="utf-8")
    return folder


def test_samples_are_loaded_once(store: Store, seeds: Path) -> None:
    assert samples.load_samples(store, seeds) == 2
    assert samples.load_samples(store, seeds) == 0
    assert [(row.title, row.is_sample) for row in documents.documents(store)] == [
        ("One", True),
        ("Two", True),
    ]
    assert samples.has_samples(store)


def test_samples_are_shown_until_there_is_an_own_article(store: Store, seeds: Path) -> None:
    samples.load_samples(store, seeds)
    page = timelines.timeline(store, Filter())
    assert (page.is_samples, page.dated, page.documents) == (True, 2, 2)
    added = documents.add(store, document("On 2024-11-15 Cleo left."))
    page = timelines.timeline(store, Filter())
    assert (page.is_samples, [card.label for card in page.cards]) == (False, ["On 2024-11-15 Cleo left"])
    documents.remove(store, added.document)
    assert timelines.timeline(store, Filter()).is_samples


def test_samples_go_at_once_and_leave_own_articles(store: Store, seeds: Path) -> None:
    samples.load_samples(store, seeds)
    documents.add(store, document("On 2024-11-15 Cleo left."))
    samples.remove_samples(store)
    assert not samples.has_samples(store)
    assert [row.is_sample for row in documents.documents(store)] == [False]
    assert timelines.timeline(store, Filter()).dated == 1


def test_a_sample_that_its_reader_adds_is_an_own_article(store: Store) -> None:
    documents.add(store, document(_SAMPLE), sample=True)
    added = documents.add(store, document(_SAMPLE))
    assert (added.was_there, added.row.is_sample) == (True, False)
    assert documents.add(store, document(_SAMPLE), sample=True).row.is_sample is False
    samples.remove_samples(store)
    assert timelines.timeline(store, Filter()).dated == 1


def test_an_event_of_a_sample_is_found_beside_own_articles(store: Store) -> None:
    documents.add(store, document(_SAMPLE), sample=True)
    event_id = timelines.timeline(store, Filter()).cards[0].id
    documents.add(store, document("On 2024-11-15 Cleo left."))
    assert timelines.event_page(store, event_id).card.id == event_id
    assert documents.document_page(store, 1, cite=0).cited_event is not None
