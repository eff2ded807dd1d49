"""The chain from words to date says what was used, filled in and chosen."""

from __future__ import annotations

from datetime import date

import pytest

from webapp.temporal.tagger import tag
from webapp.temporal.trace import Code, in_english, steps


def chain(text: str, published: date | None = date(2024, 11, 16)) -> dict[str, dict[str, str]]:
    return {step.code: dict(step.values) for step in steps(tag(text, published)[0])}


def test_yearless_day_names_its_anchor_and_what_was_filled_in() -> None:
    found = chain("They met on November 4.")
    assert found[Code.ANCHOR] == {"basis": "publication", "date": "2024-11-16", "reason": "given"}
    assert found[Code.FILLED] == {"what": "year"}
    assert found[Code.RESULT]["value"] == "2024-11-04"


def test_shift_shows_its_arithmetic() -> None:
    assert chain("They met two days ago.")[Code.ARITHMETIC] == {"sign": "-", "count": "2", "unit": "day"}


def test_event_is_named() -> None:
    assert chain("Two days before the talks, he left.")[Code.EVENT] == {"event": "talks"}


def test_open_date_says_what_is_missing() -> None:
    assert chain("They met on November 4.", None)[Code.OPEN] == {"missing": "anchor", "value": "XXXX-11-04"}


def test_slashed_date_names_its_other_reading() -> None:
    found = chain("They met on 04/05/2023.")
    assert found[Code.ORDER] == {"order": "month_first", "other": "2023-05-04"}
    assert Code.ORDER not in chain("They met on 04/15/2023.")


def test_bound_is_told() -> None:
    assert chain("It was gone by the end of 1945.")[Code.BOUND] == {"side": "by"}


@pytest.mark.parametrize(
    "text",
    [
        "since 1982",
        "yesterday",
        "on Friday",
        "two years",
        "every day",
        "now",
        "a few weeks ago",
        "44 BC",
        "Two days before the talks",
        "9 p.m.",
        "Christmas",
        "04/05/2023",
        "the second day of the siege",
    ],
)
def test_every_step_has_an_english_line(text: str) -> None:
    for published in (None, date(2024, 11, 16)):
        for timex in tag(text, published):
            assert all(in_english(step) for step in steps(timex))
