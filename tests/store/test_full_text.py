"""Full text: whatever people type, and what it finds, the same on both databases."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import document
from webapp.services import documents, timelines
from webapp.store.database import Store
from webapp.timeline.filters import Filter

_TEXT = (
    "On 2024-11-15 Ada met Ben about North Korean troops. On 2024-11-16 Żółw spoke of Ada's café. "
    "On 2024-11-17 Ben left."
)
# What is typed, the events found, the documents found.
_CASES = [
    ("troops", 1, 1),
    ("TROOPS", 1, 1),
    ("troop", 1, 1),
    ("roops", 0, 0),
    ("North Korean", 1, 1),
    ('"Korean North"', 0, 0),
    ("Korean North", 1, 1),
    ('"north korean"', 1, 1),
    ("“north korean”", 1, 1),
    ('"north kor"', 0, 0),
    ("cafe", 1, 1),
    ("zołw", 1, 1),
    ("Ada", 2, 1),
    ("Ada Ben", 1, 1),
    ("Ada troops café", 0, 1),
    ("title", 0, 1),
    ("nobody", 0, 0),
    ("'; DROP TABLE documents; --", 0, 0),
    ("???", 0, 0),
]
_HOSTILE = [
    '"', '""', '"unclosed', "AND", "OR OR", "NOT ada", "NEAR(ada ben)", "ada*", "*", "(", ")", "a:b", "body:ada",
    "-ada", "^ada", "ada + ben", "{", "\\", "'", "a\tb\n", "&|!", ":*", "<->", "%", "_", "—",
    "0" * 5000, "a " * 5000, "\ud83d", "\U0001f600",
]  # fmt: skip


def _found(store: Store, typed: str) -> tuple[int, int]:
    page = timelines.timeline(store, Filter(text=typed))
    return page.dated, page.text_documents


@pytest.mark.usefixtures("toy")
def test_what_is_typed_finds_what_is_meant(store: Store) -> None:
    documents.add(store, document(_TEXT, title="A title"))
    assert [(typed, *_found(store, typed)) for typed, *_ in _CASES] == _CASES


@pytest.mark.usefixtures("toy")
def test_the_same_is_found_on_postgresql(postgres: Store) -> None:
    documents.add(postgres, document(_TEXT, title="A title"))
    assert [(typed, *_found(postgres, typed)) for typed, *_ in _CASES] == _CASES


@pytest.mark.usefixtures("toy")
def test_nothing_typed_ever_fails(store: Store) -> None:
    documents.add(store, document(_TEXT))
    for typed in _HOSTILE:
        _found(store, typed)


@pytest.mark.usefixtures("toy")
def test_nothing_typed_ever_fails_on_postgresql(postgres: Store) -> None:
    documents.add(postgres, document(_TEXT))
    for typed in _HOSTILE:
        _found(postgres, typed)


@pytest.mark.usefixtures("toy")
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_no_characters_fail(store: Store, typed: str) -> None:
    _found(store, typed)
