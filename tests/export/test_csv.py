"""Comma-separated values."""

import csv
import io
from dataclasses import replace

import pytest

from tests.export.cards import ASTA, OPEN, SAILED
from webapp.export.csv import HEADER, lines
from webapp.timeline.page import Card, Piece


def rows_of(*cards: Card) -> list[dict[str, str]]:
    written = "".join(lines(cards, address=lambda event: f"http://localhost/events/{event}"))
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_a_line_for_each_event_with_days_both_included() -> None:
    sailed, undated = rows_of(SAILED, OPEN)
    assert sailed == {
        "date_start": "2023-04-04",
        "date_end": "2023-04-04",
        "granularity": "day",
        "is_dated": "true",
        "not_before": "",
        "not_after": "",
        "status": "happened",
        "how_known": "worked-out",
        "label": "The ferry sailed, again",
        "took_part": "Asta Vale; Port of Saltholm",
        "mentioned": "",
        "quote": "The ferry “sailed” on Tuesday.",
        "publisher": "The Harbour Gazette",
        "article": "Ferry resumes",
        "event_id": "e1",
        "address": "http://localhost/events/e1",
    }
    assert (undated["date_start"], undated["date_end"], undated["granularity"]) == ("", "", "")
    assert (undated["is_dated"], undated["not_before"], undated["not_after"]) == ("false", "2023-04-05", "")


def test_header_stands_without_events() -> None:
    assert "".join(lines([], address=str)) == ",".join(HEADER) + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    card = replace(
        SAILED, label=evil, quote=(Piece(evil),), took_part=(replace(ASTA, name=evil),), publisher=evil
    )
    (row,) = rows_of(card)
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert row["label"] == f"'{evil}"


def test_years_before_christ_are_text_too() -> None:
    (row,) = rows_of(replace(SAILED, first=-15625, last=-15625))
    assert row["date_start"].startswith("'-00")


def test_events_are_written_as_they_come() -> None:
    def endless() -> object:
        while True:
            yield SAILED

    stream = lines(endless(), address=str)  # type: ignore[arg-type]
    assert [next(stream)[:10] for _ in range(3)] == ["date_start", "2023-04-04", "2023-04-04"]
