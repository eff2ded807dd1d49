"""Who took part in an event and who is only mentioned."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.extract.marked import marked, names_in, persons, reading_of, report_at
from webapp.extract.report import Part

CORPUS = Path(__file__).parent.parent / "corpora" / "extract"

Case = tuple[str, str]


def cases(name: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))
    tables = tables.get("participants", {}) if name == "known_failures.toml" else tables
    return [(mechanism, case) for mechanism, table in tables.items() for case in table["cases"]]


def ids(case: Case) -> str:
    return f"{case[0]}: {case[1][:50]}"


def check(case: str) -> None:
    """Persons have exactly their parts; a state or body without a mark may at most be mentioned."""
    wanted = marked(case)
    reading = reading_of(wanted.text)
    report = report_at(reading, wanted.focus)
    assert report is not None, [(a.timex.text, a.reason) for a in reading.account]
    assert names_in(reading, report, Part.TOOK_PART, Part.UNCLEAR) == wanted.took
    mentioned = names_in(reading, report, Part.MENTIONED)
    assert wanted.mentioned <= mentioned
    assert mentioned & persons(reading) <= wanted.mentioned


@pytest.mark.parametrize("case", cases("participants.toml"), ids=ids)
def test_part_of_everybody_named(case: Case) -> None:
    check(case[1])


@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=ids)
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(case: Case) -> None:
    check(case[1])
