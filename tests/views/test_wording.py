from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.views.cards import pieces
from webapp.context.publication import Confidence, Publication
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.algebra.point import days_from_civil as day
from webapp.timeline.page import Bar
from webapp.views.quoting import cut, plain
from webapp.views.strip import strip
from webapp.views.translation import prepare
from webapp.views.wording import published_words, span_words, undated_words


@pytest.fixture(autouse=True)
def speaking() -> Iterator[None]:
    app = Flask("words")
    prepare(app)
    with app.test_request_context():
        yield


SPANS = [
    ("13 November 2024", day(2024, 11, 13), day(2024, 11, 13), False),
    ("June 2024", day(2024, 6, 1), day(2024, 6, 30), False),
    ("February 2024", day(2024, 2, 1), day(2024, 2, 29), False),
    ("2024", day(2024, 1, 1), day(2024, 12, 31), False),
    ("44 BC", day(-43, 1, 1), day(-43, 12, 31), False),
    ("15 March 44 BC", day(-43, 3, 15), day(-43, 3, 15), False),
    ("the 1980s", day(1980, 1, 1), day(1989, 12, 31), False),
    ("century 19", day(1801, 1, 1), day(1900, 12, 31), False),
    ("4 – 7 March 2024", day(2024, 3, 4), day(2024, 3, 7), True),
    ("4 March – 7 April 2024", day(2024, 3, 4), day(2024, 4, 7), True),
    ("30 December 2024 – 2 January 2025", day(2024, 12, 30), day(2025, 1, 2), False),
    ("June – August 2025", day(2025, 6, 1), day(2025, 8, 31), False),
    ("2014 – 2025", day(2014, 1, 1), day(2025, 12, 31), False),
    ("since 1982", day(1982, 1, 1), None, True),
    ("from 16 November 2024 on", day(2024, 11, 16), None, False),
    ("by the end of 1945", None, day(1945, 12, 31), False),
    ("by the end of June 2024", None, day(2024, 6, 30), False),
    ("until 4 June 2024", None, day(2024, 6, 4), True),
    ("date not known", None, None, False),
]


@pytest.mark.parametrize(("words", "first", "last", "lasts"), SPANS)
def test_stretches_in_words(words: str, first: int | None, last: int | None, lasts: bool) -> None:
    assert span_words(first, last, lasts=lasts) == words


def test_open_end_keeps_how_finely_it_was_said() -> None:
    start = day(1982, 1, 1)
    assert span_words(start, None, lasts=True, granularity=Granularity.DAY) == "since 1 January 1982"
    assert span_words(start, None, lasts=True, granularity=Granularity.MONTH) == "since January 1982"


def test_events_without_a_day() -> None:
    here = day(2024, 11, 15)
    assert undated_words(here, None) == "after 15 Nov 2024, day not said"
    assert undated_words(None, here) == "before 15 Nov 2024, day not said"
    assert undated_words(None, None) == "nothing says when"


def test_article_dates() -> None:
    here = Point.of(2024, 11, 15)
    bounds = Interval(here, Point.of(2025, 1, 1))
    inferred = Publication(bounds, here.day, Confidence.HIGH)
    assert published_words(inferred) == "15 Nov – 31 Dec 2024, inferred"
    assert published_words(Publication()) == "no date found"
    given = Publication(Interval.of_days(here.day, here.day), here.day, Confidence.CERTAIN)
    assert published_words(given) == "15 November 2024"
    open_end = Publication(Interval(here, None), here.day, Confidence.LOW)
    assert published_words(open_end) == "not before 15 Nov 2024, inferred"


def test_quotation_keeps_clause_and_time_words_and_cuts_the_rest() -> None:
    long = "word " * 40
    shown = plain(cut(pieces(f"{long}*the clause* {long}")))
    assert shown.startswith("…")
    assert "the clause" in shown
    assert shown.endswith("…")
    assert len(shown) < 130


def test_quotation_without_a_clause_stays_whole() -> None:
    whole = pieces("word " * 80)
    assert cut(whole) == whole


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (day(2024, 11, 4), day(2024, 11, 15), "Nov 2024"),
        (day(2022, 12, 1), day(2025, 2, 28), "2024"),
        (day(1943, 1, 1), day(2025, 2, 28), "1980"),
        (day(-500, 1, 1), day(1500, 1, 1), "1 BC"),
    ],
)
def test_strip_labels_suit_the_span(first: int, last: int, label: str) -> None:
    found = strip((Bar(first, first, 1), Bar(last, last, 2, 1)))
    assert found is not None
    labels = [tick.label for tick in found.ticks]
    assert label in labels
    assert len(labels) <= 14
    assert all(0 <= column.x <= 100 for column in found.columns)
