"""Which texts are read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from webapp.text.language import language_of

TEXTS = tomllib.loads((Path(__file__).parent / "language.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TEXTS["read"])
def test_english_is_read(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", TEXTS["not_read"])
def test_other_languages_are_not(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize("text", TEXTS["known_failures"])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(text: str) -> None:
    assert language_of(text) == "en"


def test_empty_text_is_read() -> None:
    assert language_of("") == "en"


def test_a_foreign_quotation_does_not_make_it_foreign() -> None:
    assert language_of(TEXTS["read"][0] + " “La vie est belle,” said the miller.") == "en"
