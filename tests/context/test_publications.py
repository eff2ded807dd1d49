"""When invented articles were published: bounds, likely day, confidence and kinds of evidence."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from webapp.context.publication import Confidence, EvidenceKind, Publication
from webapp.context.segment import Role
from webapp.extract.pipeline import read
from webapp.temporal.algebra.interval import Interval
from webapp.text.document import Document

CORPUS = Path(__file__).parent.parent / "corpora" / "context"

Case = tuple[dict[str, Any], str]


def cases(name: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8")).get("publications", [])
    return [(table, text) for table in tables for text in table["texts"]]


def ids(case: Case) -> str:
    return f"{case[0]['name']}: {case[1][:30]}"


def iso(day: int | None) -> str:
    return "none" if day is None else date.fromordinal(day).isoformat()


def said(bounds: Interval) -> str:
    first, last = bounds.first_day, bounds.last_day
    if first is None:
        return "open" if last is None else f"until {iso(last)}"
    if last is None:
        return f"from {iso(first)}"
    return iso(first) if first == last else f"{iso(first)} to {iso(last)}"


def found(case: Case) -> dict[str, Any]:
    publication = read(Document(case[1], given_date=case[0].get("given"))).publication
    return {
        "likely": iso(publication.likely),
        "bounds": said(publication.bounds),
        "confidence": publication.confidence.value,
        "evidence": [e.kind.value for e in publication.evidence],
    }


def wanted(case: Case) -> dict[str, Any]:
    return {key: case[0][key] for key in ("likely", "bounds", "confidence", "evidence")}


@pytest.mark.parametrize("case", cases("publications.toml"), ids=ids)
def test_publication_is_known_with_its_evidence(case: Case) -> None:
    assert found(case) == wanted(case)


@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=ids)
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(case: Case) -> None:
    assert found(case) == wanted(case)


@pytest.mark.parametrize("case", cases("publications.toml"), ids=ids)
def test_evidence_quotes_the_text(case: Case) -> None:
    document = Document(case[1], given_date=case[0].get("given"))
    for evidence in read(document).publication.evidence:
        if evidence.span is not None and evidence.kind is not EvidenceKind.TODAY:
            assert evidence.span.of(document.text) == evidence.text


def test_metadata_is_certain_but_a_person_may_correct_it() -> None:
    text = "Three geese held up the traffic on the ring road."
    declared = Document(text, metadata_date=date(2017, 4, 1))
    corrected = Document(text, metadata_date=date(2017, 4, 1), given_date=date(2017, 4, 9))
    assert read(declared).publication.likely == date(2017, 4, 1).toordinal()
    assert read(corrected).publication.likely == date(2017, 4, 9).toordinal()
    kinds = [e.kind for e in read(corrected).publication.evidence]
    assert kinds == [EvidenceKind.GIVEN, EvidenceKind.METADATA]


PAGE = """Town of Quennell votes to keep its last cinema
By a margin of nineteen votes the people of Quennell decided that their cinema should be run by the town itself.
The vote ends a quarrel that began when the owner retired and the roof began to leak on the third row.

The night the dam gave way
What the river left of Storr
Fifty years ago today, 3 May 1961, the dam above Storr gave way, and the river took the lower town with it.
keep reading

Six recipes for a wet spring
What to do with all that rhubarb
Our cook has spent the rainy weeks at her stove and has come back with six dishes that need little but rhubarb.
keep reading
"""


def stories(page: str) -> dict[int, Publication]:
    return {s.story: s.publication for s in read(Document(page)).segments if s.role is Role.TEASER}


def test_teaser_has_a_day_of_its_own() -> None:
    dam = stories(PAGE)[1]
    assert (iso(dam.likely), dam.confidence) == ("2011-05-03", Confidence.CERTAIN)


def test_teaser_without_a_day_appeared_about_when_its_neighbour_did() -> None:
    recipes = stories(PAGE)[2]
    assert (iso(recipes.likely), recipes.confidence) == ("2011-05-03", Confidence.LOW)
    assert [e.kind for e in recipes.evidence] == [EvidenceKind.NEIGHBOUR]


def test_page_says_nothing_of_the_main_story() -> None:
    main = read(Document(PAGE)).publication
    assert (main.likely, said(main.bounds), main.confidence) == (None, "open", Confidence.NONE)


def test_day_without_a_year_is_placed_by_another_story_of_the_page() -> None:
    main = read(Document(PAGE.replace("itself.", "itself, in a vote held on April 17."))).publication
    assert (iso(main.likely), main.confidence) == ("2011-04-17", Confidence.LOW)
    assert EvidenceKind.YEARLESS in [e.kind for e in main.evidence]


def test_where_nothing_is_known_no_day_is_invented() -> None:
    text = "Yesterday Tamsin Aldrew met Corin Vale. On Friday they had quarrelled. Last week it rained."
    reading = read(Document(text))
    assert reading.publication == Publication()
    assert [r for r in reading.reports if r.is_dated] == []
    assert [a.timex.when for a in reading.account] == [None] * len(reading.account)
