"""The word lists hold what the code takes for granted."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_an_event_word_has_one_class(part: str) -> None:
    text = (files("webapp.extract.locales.en") / "events.toml").read_text(encoding="utf-8")
    classes = tomllib.loads(text)["classes"]
    times = Counter(word for row in classes.values() for word in row[part])
    assert [word for word, count in times.items() if count > 1] == []
