"""Which event a time expression dates, when that was, and whether it happened."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.extract.marked import marked, reading_of, report_at
from webapp.extract.reading import Reading
from webapp.extract.report import Report
from webapp.temporal.algebra.granularity import Granularity

CORPUS = Path(__file__).parent.parent / "corpora" / "extract"

Case = tuple[str, str]


def cases(name: str, part: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))
    tables = tables.get(part, {}) if name == "known_failures.toml" else tables
    return [(expected, case) for expected, table in tables.items() for case in table["cases"]]


def said(report: Report) -> str:
    """Status and date in the words of the corpus."""
    return f"{report.status.value} {_date(report)}"


def _date(report: Report) -> str:
    if not report.is_dated and (report.when is None or not report.when.interval.end):
        return "no day"
    assert report.when is not None
    interval, granularity = report.when.interval, report.granularity
    first, last = interval.first_day, interval.last_day
    if first is None or last is None:
        return f"from {date.fromordinal(first).year}" if first else f"until {_iso(last)}"
    if report.when.lasts or granularity is None or granularity.has_day:
        return _iso(first) if first == last else f"{_iso(first)}/{_iso(last)}"
    whole = {Granularity.MONTH: _iso(first)[:7], Granularity.YEAR: _iso(first)[:4]}
    return whole.get(granularity, f"{_iso(first)}/{_iso(last)}")


def _iso(day: int | None) -> str:
    return "none" if day is None else date.fromordinal(day).isoformat()


def outcome(case: str) -> str:
    wanted = marked(case)
    report = report_at(reading_of(wanted.text), wanted.focus)
    return "no event" if report is None else said(report)


def account_at(reading: Reading, case: str) -> list[str]:
    focus = marked(case).focus
    return [row.outcome.value for row in reading.account if row.timex.span.overlaps(focus)]


@pytest.mark.parametrize("case", cases("events.toml", ""), ids=lambda c: c[1][:60])
def test_event_has_its_status_and_date(case: Case) -> None:
    assert outcome(case[1]) == case[0].strip()


@pytest.mark.parametrize("case", cases("known_failures.toml", "events"), ids=lambda c: c[1][:60])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure_of_an_event(case: Case) -> None:
    assert outcome(case[1]) == case[0].strip()


@pytest.mark.parametrize("case", cases("none.toml", ""), ids=lambda c: c[1][:60])
def test_time_that_dates_no_event_is_accounted_for(case: Case) -> None:
    assert set(account_at(reading_of(marked(case[1]).text), case[1])) <= {case[0]}
    assert outcome(case[1]) == "no event"


@pytest.mark.parametrize("case", cases("known_failures.toml", "none"), ids=lambda c: c[1][:60])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure_of_no_event(case: Case) -> None:
    assert set(account_at(reading_of(marked(case[1]).text), case[1])) <= {case[0]}
    assert outcome(case[1]) == "no event"
