"""The corpus: phrasings with brackets round the extent, under their value."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from webapp.temporal.tagger import scan, tag
from webapp.temporal.trace import in_english, steps

CORPUS = Path(__file__).parent.parent / "corpora" / "temporal"
PUBLISHED = date(2024, 11, 20)


def tables(name: str) -> dict[str, Any]:
    return tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))


def cases(name: str) -> list[tuple[str, str]]:
    return [(value, phrase) for value, table in tables(name).items() for phrase in table["cases"]]


def plain(phrase: str) -> str:
    return re.sub(r"[\[\]{}]", "", phrase)


def found(phrase: str) -> tuple[list[tuple[str, str]], str]:
    timexes = tag(plain(phrase), PUBLISHED)
    chain = "\n".join(in_english(step) for timex in timexes for step in steps(timex))
    return [(timex.text, timex.value) for timex in timexes], chain


def marked(phrase: str) -> list[str]:
    return re.findall(r"\[([^\]]*)\]", phrase)


@pytest.mark.parametrize(("value", "phrase"), [*cases("dates.toml"), *cases("relative.toml")])
def test_phrase_has_its_extent_and_value(value: str, phrase: str) -> None:
    pairs, chain = found(phrase)
    assert pairs == [(marked(phrase)[0], value)], chain


@pytest.mark.parametrize(("values", "phrase"), cases("ranges.toml"))
def test_range_has_both_its_ends(values: str, phrase: str) -> None:
    pairs, chain = found(phrase)
    assert pairs == list(zip(marked(phrase), values.split(), strict=True)), chain


@pytest.mark.parametrize(
    "phrase", [case for kind in ("clauses", "nouns", "begun") for case in tables("events.toml")[kind]]
)
def test_event_counted_from_is_found(phrase: str) -> None:
    text, event = plain(phrase), re.findall(r"\{([^}]*)\}", phrase)[0]
    waiting = [c for c in scan(text) if c.event is not None]
    assert [(c.text, c.event.of(text)) for c in waiting if c.event] == [(plain(marked(phrase)[0]), event)]


@pytest.mark.parametrize("phrase", tables("events.toml")["none"])
def test_no_event_is_made_up(phrase: str) -> None:
    assert [c.text for c in scan(phrase) if c.event is not None] == []


@pytest.mark.parametrize("phrase", tables("negative.toml")["cases"])
def test_near_miss_is_no_time(phrase: str) -> None:
    pairs, chain = found(phrase)
    assert pairs == [], chain


@pytest.mark.parametrize(("value", "phrase"), cases("known_failures.toml"))
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(value: str, phrase: str) -> None:
    pairs, _ = found(phrase)
    assert (marked(phrase)[0], value) in pairs
