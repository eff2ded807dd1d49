"""The short name of an event: the clause without its time, and nothing added but a name for a pronoun."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.extract.marked import marked, reading_of, report_at
from webapp.extract.label import label_of
from webapp.text.span import Span

CORPUS = Path(__file__).parent.parent / "corpora" / "extract"

Case = tuple[str, str]


def cases(name: str, part: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))
    tables = tables.get(part, {}) if name == "known_failures.toml" else tables
    return [(expected, case) for expected, table in tables.items() for case in table["cases"]]


def label(case: str) -> str:
    wanted = marked(case)
    report = report_at(reading_of(wanted.text), wanted.focus)
    return report.label if report is not None else ""


@pytest.mark.parametrize("case", cases("labels.toml", ""), ids=lambda c: c[1][:60])
def test_event_is_named_by_its_clause(case: Case) -> None:
    assert label(case[1]) == case[0]


@pytest.mark.parametrize("case", cases("known_failures.toml", "labels"), ids=lambda c: c[1][:60])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(case: Case) -> None:
    assert label(case[1]) == case[0]


def test_long_clause_is_cut_between_words() -> None:
    text = "the choir sang " * 20
    found = label_of(text, Span(0, len(text)), [])
    assert len(found) <= 142
    assert found.endswith(("sang …", "choir …", "the …"))


def test_quoted_words_stay_as_they_are() -> None:
    text = "On Monday, she called it “a [g]rave error”."
    assert label_of(text, Span(0, len(text)), [Span(3, 9)]) == "She called it “a [g]rave error”"
