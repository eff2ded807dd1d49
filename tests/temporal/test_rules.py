"""Every rule does what its examples say, and nothing in its counter-examples."""

from __future__ import annotations

import re
from datetime import date

import pytest

from webapp.temporal.engine.grammar import grammar, rule_sets
from webapp.temporal.engine.rule import Rule
from webapp.temporal.tagger import scan, tag

PUBLISHED = date(2024, 11, 20)
RULES = grammar().rules
POSITIVE = [(rule, phrase, value) for rule in RULES for phrase, value in rule.examples.items()]
NEGATIVE = [(rule, phrase) for rule in RULES for phrase in rule.counter]


def bracketed(phrase: str) -> tuple[str, list[str]]:
    """The phrase without its brackets, and what they held."""
    marked = re.findall(r"\[([^\]]*)\]", phrase)
    return re.sub(r"[\[\]]", "", phrase), marked


def ids(case: tuple[Rule, str] | tuple[Rule, str, str]) -> str:
    return f"{case[0].name}: {case[1]}"


@pytest.mark.parametrize("case", POSITIVE, ids=ids)
def test_example_has_its_value(case: tuple[Rule, str, str]) -> None:
    _, phrase, value = case
    text, marked = bracketed(phrase)
    found = tag(text, PUBLISHED)
    wanted = [t for t in found if not marked or t.text in marked]
    assert " ".join(t.value for t in wanted[-len(value.split()) :]) == value, [
        (t.text, t.value, t.candidate.rule) for t in found
    ]


@pytest.mark.parametrize("case", NEGATIVE, ids=ids)
def test_near_miss_is_not_taken_by_the_rule(case: tuple[Rule, str]) -> None:
    rule, phrase = case
    text, marked = bracketed(phrase)
    assert not [c for c in scan(text) if c.rule == rule.name and c.text not in marked]


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_has_an_example_and_a_near_miss() -> None:
    assert [rule.name for rule in RULES if not rule.counter] == []
    silent = {"age"}  # what it reads is left out
    assert [rule.name for rule in RULES if not rule.examples and rule.name not in silent] == []


def test_no_pattern_repeats_without_bound() -> None:
    """Patterns have no repeats at all but "?", so matching is linear in the text."""
    sources = [rule.pattern for rule in RULES] + [p for s in rule_sets() for p in s.fragments.values()]
    assert [s for s in sources if re.search(r"[*+]", s)] == []
