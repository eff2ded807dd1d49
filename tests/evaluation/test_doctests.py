"""The examples in the docstrings hold."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "webapp.evaluation.annotated",
        "webapp.evaluation.pairing",
        "webapp.evaluation.score",
        "webapp.evaluation.values",
        "webapp.export.timeml",
        "webapp.ingest.timeml",
        "webapp.services.batch_lookup",
        "webapp.services.batch_timeml",
    ],
)
def test_examples_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
