"""The examples in the store's and the services' docstrings hold."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "webapp.errors",
        "webapp.settings",
        "webapp.store.codec",
        "webapp.store.full_text",
        "webapp.store.pieces",
        "webapp.store.queries.edits",
        "webapp.services.typed_days",
        "webapp.ingest.limits",
        "webapp.views.guesses",
    ],
)
def test_examples_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
