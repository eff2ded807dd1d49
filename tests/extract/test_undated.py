"""What is told without a day: bounds, plans, and sentences that go on with the event before."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.extract.marked import marked, reading_of
from webapp.extract.report import Report, Status

CORPUS = Path(__file__).parent.parent / "corpora" / "extract"

Case = tuple[str, str]


def cases(name: str, part: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))
    tables = tables.get(part, {}) if name == "known_failures.toml" else tables
    return [(expected, case) for expected, table in tables.items() for case in table["cases"]]


def outcome(case: str) -> str:
    wanted = marked(case)
    reading = reading_of(wanted.text)
    told = [r for r in reading.reports if r.citation.span.overlaps(wanted.focus)]
    return ", ".join(map(said, told)) or "nothing"


def said(report: Report) -> str:
    if report.follows is not None:
        return "follows"
    assert report.when is not None
    assert not report.is_dated
    first, last = report.when.interval.first_day, report.when.interval.last_day
    words = ["planned"] if report.status is Status.PLANNED else []
    words += [] if first is None else [f"from {date.fromordinal(first).isoformat()}"]
    words += [] if last is None else [f"until {date.fromordinal(last).isoformat()}"]
    return " ".join(words)


@pytest.mark.parametrize("case", cases("undated.toml", ""), ids=lambda c: c[1][-60:])
def test_sentence_without_a_day_has_bounds(case: Case) -> None:
    assert outcome(case[1]) == case[0]


@pytest.mark.parametrize("case", cases("known_failures.toml", "undated"), ids=lambda c: c[1][-60:])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(case: Case) -> None:
    assert outcome(case[1]) == case[0]
