"""What scanning and resolving promise, whatever the text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Anchor, Basis
from webapp.temporal.expression import Around, CalendarDate, Shift
from webapp.temporal.tagger import ages, resolve_all, resolve_from_event, scan, tag
from webapp.temporal.timex import Timex, TimexType
from webapp.temporal.timex_value import to_row
from webapp.text.span import Span

PUBLISHED = date(2024, 11, 16)
WORDS = st.sampled_from(
    [
        "the",
        "a",
        "two",
        "5",
        "15",
        "31",
        "1999",
        "'98",
        "1980s",
        "first",
        "third",
        "of",
        "in",
        "by",
        "since",
        "until",
        "from",
        "to",
        "and",
        "between",
        ",",
        ".",
        "-",
        "'s",
        "\n\n",
        "\n",
        "May",
        "march",
        "Friday",
        "sun",
        "night",
        "morning",
        "week",
        "days",
        "years",
        "quarter",
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "talks",
        "last",
        "next",
        "this",
        "that",
        "early",
        "end",
        "Nov.",
        "BC",
        "century",
        "now",
        "today",
        "9:30",
        "p.m.",
        "GMT",
        "every",
        "half",
        "dozen",
        "several",
        "about",
        "more",
        "than",
        "İ",
        "ſ",
        "“",
        "1/2",
        "99/99/9999",
        "winter",
        "Christmas",
        "Eve",
        "weekend",
        "Q3",
        "nineteen",
        "ninety",
        "thousand",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80)
ANCHORS = st.builds(
    Anchor, st.none() | st.integers(-900_000, 3_000_000), st.just(Interval(None, None)), st.booleans()
)


@given(TEXTS)
def test_spans_are_ordered_and_hold_their_text(text: str) -> None:
    candidates = scan(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(candidates))
    assert all(c.text == c.span.of(text) and c.text.strip() == c.text != "" for c in candidates)


@given(TEXTS, ANCHORS, st.none() | st.booleans())
def test_resolving_never_fails(text: str, anchor: Anchor, narrative: bool | None) -> None:
    candidates = scan(text)
    timexes = resolve_all(candidates, anchor, narrative=narrative)
    assert [t.candidate for t in timexes] == list(candidates)
    assert all(t.value for t in timexes)


@given(TEXTS)
def test_offsets_are_absolute(text: str) -> None:
    before = "İ. \n\n"
    inside = scan(before + text, Span(len(before), len(before) + len(text)))
    assert [c.span.moved(-len(before)) for c in inside] == [c.span for c in scan(text)]


def only(text: str, published: date | None = PUBLISHED) -> Timex:
    found = tag(text, published)
    assert len(found) == 1, found
    return found[0]


def days(timex: Timex) -> tuple[str, str]:
    assert timex.when is not None
    start, last = timex.when.interval.start, timex.when.interval.last_day
    return ("" if start is None else str(start), "" if last is None else str(Point(last)))


@pytest.mark.parametrize(
    ("text", "first", "last", "lasts"),
    [
        ("It rained in June.", "2024-06-01", "2024-06-30", False),
        ("He has ruled since 1982.", "1982-01-01", "", True),
        ("They had died by the end of 1945.", "", "1945-12-31", False),
        ("The road is closed until Friday.", "", "2024-11-21", True),
        ("It sank before 1912.", "", "1911-12-31", False),
        ("It sank after 1912.", "1913-01-01", "", False),
    ],
)
def test_preposition_bounds_the_interval(text: str, first: str, last: str, lasts: bool) -> None:
    timex = only(text)
    assert days(timex) == (first, last)
    assert timex.when is not None
    assert timex.when.lasts is lasts


def test_month_is_a_month_and_not_a_day() -> None:
    assert only("terms he set out in June").granularity is Granularity.MONTH


def test_day_next_year_is_one_expression() -> None:
    timex = only("The election is on February 23 next year.")
    assert (timex.text, timex.value, timex.basis) == (
        "February 23 next year",
        "2025-02-23",
        Basis.PUBLICATION,
    )
    assert "year" not in timex.implied  # it was said: "next year"


def test_day_without_publication_keeps_its_year_open() -> None:
    timex = only("On November 15 they met.", None)
    assert (timex.value, timex.when) == ("XXXX-11-15", None)


def test_complete_date_is_stated() -> None:
    assert only("On November 15, 2024 they met.", None).basis is Basis.STATED


def test_days_later_hang_on_the_date_before() -> None:
    first, second = tag("The town fell on August 6, 1945. Three days later the port fell.", date(2025, 8, 6))
    assert (second.value, second.basis, second.reference) == ("1945-08-09", Basis.MENTION, first.span)


def test_anniversary_and_its_date_are_apposed() -> None:
    first, second = scan("Fifty years ago today, May 3, 1961, the town burned.")
    assert isinstance(first.expression, Shift)
    assert isinstance(second.expression, CalendarDate)
    assert "apposed" in second.cues


def test_event_anchored_date_waits_for_its_event() -> None:
    text = "Two days prior to the Ford-Gromyko talks, the minister flew home."
    timex = only(text)
    assert timex.text == "Two days prior to the Ford-Gromyko talks"
    assert timex.event is not None
    assert timex.event.of(text) == "Ford-Gromyko talks"
    assert timex.timex3_span.of(text) == "Two days"
    assert (timex.basis, timex.when) == (Basis.EVENT, None)
    assert isinstance(timex.candidate.expression, Around)


def test_event_gives_its_date() -> None:
    timex = only("Two days before the talks, he flew home.")
    day = date(2024, 11, 15).toordinal()
    found = resolve_from_event(timex, Interval.of_days(day, day), Granularity.DAY)
    assert (found.value, found.type, found.basis) == ("2024-11-13", TimexType.DATE, Basis.EVENT)
    assert days(found) == ("2024-11-13", "2024-11-13")
    assert found.granularity is Granularity.DAY


def from_event(text: str, granularity: Granularity = Granularity.DAY) -> Timex:
    """The first expression, with its event on 15 November 2024."""
    day = date(2024, 11, 15).toordinal()
    return resolve_from_event(tag(text, PUBLISHED)[0], Interval.of_days(day, day), granularity)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two weeks before the vote he fled.", "2024-11-01"),
        ("A month after the vote he fled.", "2024-12-15"),
        ("Two years before the king met him, he fled.", "2022-11-15"),
        ("The second day of the siege was quiet.", "2024-11-16"),
        ("Two weeks into the trial he fled.", "2024-11-29"),
    ],
)
def test_whole_count_from_a_day_gives_a_day(text: str, value: str) -> None:
    found = from_event(text)
    assert (found.value, days(found), found.granularity) == (value, (value, value), Granularity.DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("About two weeks before the vote he fled.", "2024-W44"),
        ("The week before the vote he fled.", "2024-W45"),
        ("Some two years after the vote he fled.", "2026"),
    ],
)
def test_guess_or_piece_of_the_calendar_gives_no_day(text: str, value: str) -> None:
    assert from_event(text).value == value


def test_vague_count_gives_nothing() -> None:
    assert from_event("A few weeks before the vote he fled.").when is None


def test_count_from_a_month_stays_a_month() -> None:
    assert (
        from_event("Two weeks before the vote he fled.", Granularity.MONTH).granularity is Granularity.MONTH
    )


def test_week_counted_from_a_mention_stays_a_week() -> None:
    _, second = tag("The town fell on August 6, 1945. One week later the port fell.", PUBLISHED)
    assert (second.value, days(second)) == ("1945-W33", ("1945-08-13", "1945-08-19"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from Monday to Thursday", "Monday", "Thursday"),
        ("between March and May 2010", "March", "May 2010"),
        ("the war of 1914–18", "1914", "18"),
        ("9–12 May 1940", "9", "12 May 1940"),
        ("2 May to 5 June 1982 and from 2 May to 5 June 1982", "2 May", "5 June 1982"),
    ],
)
def test_ends_of_a_range_are_linked(text: str, first: str, last: str) -> None:
    linked = [c for c in scan(text) if c.cues & {"range_first", "range_last"}]
    assert [(c.text, "range_first" in c.cues) for c in linked] == [(first, True), (last, False)]


def test_copyright_years_are_marked() -> None:
    assert all("©" in c.cues for c in scan("Copyright © 2014-2025 The Example"))


def test_story_counts_from_its_own_dates() -> None:
    text = "War came in 1861. In July 1862 the army marched. On 9 September it crossed the river. In 1863 it lost."
    assert [t.value for t in tag(text, date(2010, 5, 1))] == ["1861", "1862-07", "1862-09-09", "1863"]


def test_row_is_what_the_batch_prints() -> None:
    assert to_row(only("Talks end on November 20.")) == {
        "start": 13,
        "end": 24,
        "type": "DATE",
        "value": "2024-11-20",
    }


def test_hostile_texts_take_linear_time() -> None:
    for unit in (
        "the end of ",
        "last ",
        "1 ",
        "two hundred and ",
        "- ",
        "Friday, ",
        "1/",
        "'",
        "A.",
        "1,",
        "\n",
        "two days before he said ",
        "the day after the day before Friday ",
        "December two years ago ",
        "the second day of the ",
    ):
        scan(unit * 4000)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on 04/05/2023.", ["2023-04-05"]),
        ("They met on 25/12/2023 and on 04/05/2023.", ["2023-12-25", "2023-05-04"]),
        ("They met on 04/05/2023 and on 25/12/2023.", ["2023-05-04", "2023-12-25"]),
        ("They met on 12/25/2023 and on 04/05/2023.", ["2023-12-25", "2023-04-05"]),
        ("They met on 12/25/2022, 25/12/2023 and on 04/05/2023.", ["2022-12-25", "2023-12-25", "2023-04-05"]),
        ("They met on 04.05.2023.", ["2023-05-04"]),
    ],
)
def test_slashed_date_is_read_like_the_others(text: str, values: list[str]) -> None:
    assert [t.value for t in tag(text, PUBLISHED)] == values


def test_age_is_no_time_but_accounted_for() -> None:
    text = "A 92-year-old singer and a boy six years old sang for two hours."
    assert [c.text for c in ages(text)] == ["A 92-year-old", "six years old"]
    assert [c.text for c in scan(text)] == ["two hours"]


def test_season_over_new_year_lasts_from_one_year_into_the_next() -> None:
    timex = only("They won the 1994-95 season.")
    assert (timex.text, days(timex)) == ("the 1994-95 season", ("1994-01-01", "1995-12-31"))


def test_unspecified_date_is_no_stretch_of_time() -> None:
    timex = only("She is to be tried on an unspecified date.")
    assert (timex.text, timex.value, timex.when) == ("an unspecified date", "XXXX", None)
