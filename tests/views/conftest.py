"""An application over invented pages, and one over a real, empty store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.views import samples as pages
from tests.views.cards import BESIDE, CARDS
from webapp.app import create_app
from webapp.errors import BadInputError, NotFoundError
from webapp.services import curation, documents, samples, timelines
from webapp.services.pages import DocumentPage, EventPage, RedatePreview
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.store.migrate import migrate
from webapp.timeline.filters import Filter
from webapp.timeline.page import Card, TimelinePage


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = Store.open(settings)
    yield opened
    opened.close()


@pytest.fixture
def app(settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """Every page shows invented values; nothing is read from the store."""
    for module, name, answer in _ANSWERS:
        monkeypatch.setattr(module, name, answer)
    return create_app(settings, store=store)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def real_client(settings: Settings, store: Store) -> FlaskClient:
    """Over an empty store with all tables."""
    migrate(store)
    return create_app(settings, store=store).test_client()


def _timeline(_store: Store, wanted: Filter) -> TimelinePage:
    return pages.timeline_page(wanted)


def _cards(_store: Store, wanted: Filter) -> Iterator[Card]:
    return iter(pages.timeline_page(wanted).cards)


def _event(_store: Store, event_id: str) -> EventPage:
    if event_id not in {card.id for card in (*CARDS, BESIDE)}:
        raise NotFoundError("There is no such event.")
    return pages.event_page(event_id)


def _document(_store: Store, document_id: int, *, cite: int | None = None) -> DocumentPage:
    if document_id not in {row.id for row in pages.ROWS}:
        raise NotFoundError("There is no such article.")
    return pages.document_page(document_id, cite)


def _preview(_store: Store, document_id: int, typed: str) -> RedatePreview:
    if not typed.isascii() or "Feb" in typed:
        raise BadInputError("There is no 31 February.", field="typed")
    return pages.redate_preview(document_id)


def _done(*_: object, **__: object) -> int:
    return 7


_ANSWERS = (
    (timelines, "timeline", _timeline),
    (timelines, "cards", _cards),
    (timelines, "event_page", _event),
    (documents, "documents", lambda _store: pages.ROWS),
    (documents, "document_page", _document),
    (documents, "removal", lambda _store, document_id: pages.removal(document_id)),
    (documents, "remove", _done),
    (curation, "preview_redate", _preview),
    (curation, "redate", _done),
    (curation, "undo", _done),
    (samples, "has_samples", lambda _store: True),
    (samples, "remove_samples", _done),
)
