"""`dateline export`: the same filters as on the page."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import dateline
from webapp.cli import exporting
from webapp.extract.report import Status
from webapp.timeline.filters import Known

ARTICLE = """---
title: The year in Saltholm
publisher: The Harbour Gazette
published: 2023-12-30
---

Mayor Ingrid Vale opened the new bridge on 3 March 2023.

Governor Tomas Lind visited the harbour on 9 April 2023.
"""


@pytest.fixture(autouse=True)
def _added(tmp_path: Path) -> None:
    (tmp_path / "year.md").write_text(ARTICLE, encoding="utf-8")
    assert dateline("ingest", tmp_path / "year.md").exit_code == 0


def days(*options: str) -> list[str]:
    result = dateline("export", *options)
    assert result.exit_code == 0, result.output
    return [row["date_start"] for row in csv.DictReader(io.StringIO(result.output))]


def test_csv_holds_every_event_in_order_of_its_day() -> None:
    assert days() == ["2023-03-03", "2023-04-09"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--from", "April 2023"), ["2023-04-09"]),
        (("--to", "2023-03-31"), ["2023-03-03"]),
        (("--from", "2023", "--to", "2023"), ["2023-03-03", "2023-04-09"]),
        (("--actor", "Ingrid Vale"), ["2023-03-03"]),
        (("--actor", "tomas lind", "--text", "harbour"), ["2023-04-09"]),
        (("--text", "bridge"), ["2023-03-03"]),
        (("--from", "2024"), []),
        (("--status", "happened"), ["2023-03-03", "2023-04-09"]),
        (("--status", "planned", "--status", "denied"), []),
        (("--publisher", "The Harbour Gazette", "--known", "stated"), ["2023-03-03", "2023-04-09"]),
        (("--publisher", "Somebody else"), []),
        (("--known", "undated"), []),
        (("--actor", "Ingrid Vale", "--actor", "Tomas Lind"), []),
        (("--actor", "Ingrid Vale", "--actor", "Tomas Lind", "--any"), ["2023-03-03", "2023-04-09"]),
        (("--from", "2023-03-04", "--certainly", "--captions", "--mentioned"), ["2023-04-09"]),
    ],
)
def test_filters(options: tuple[str, ...], expected: list[str]) -> None:
    assert days(*options) == expected


def test_choices_are_those_of_the_page() -> None:
    assert set(exporting._STATUSES) == {status.value for status in Status}
    assert set(exporting._KNOWN) == {known.value for known in Known}


def test_json_goes_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    assert dateline("export", "--format", "json", "-o", file, "--text", "bridge").exit_code == 0
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["filter"] == {"text": "bridge", "order": "oldest"}
    assert [event["date_start"] for event in written["events"]] == ["2023-03-03"]
    assert written["events"][0]["citation"]["quote"].startswith("Mayor Ingrid Vale opened")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--from", "31 February 2023"), "“31 February 2023” is not a date"),
        (("--from", "2025", "--to", "2024"), "The range ends before it begins."),
        (("--actor", "Nobody"), "No actor is called “Nobody”."),
        (("--actor", "Vale"), "Perhaps: Ingrid Vale."),
    ],
)
def test_nonsense_gets_a_plain_answer(options: tuple[str, ...], message: str) -> None:
    result = dateline("export", *options)
    assert result.exit_code == 1
    assert message in result.stderr
    assert "Traceback" not in result.output
