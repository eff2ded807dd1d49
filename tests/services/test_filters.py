"""What each filter keeps and counts, on one small pile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tests.factories import day, document
from webapp.extract.report import Status
from webapp.services import documents, timelines
from webapp.store.database import Store
from webapp.timeline.filters import Filter, Known, Match, Order

_P = """
Since 1982 Ben ruled.
On 2024-11-15 Ada met Ben about Cleo.
Two days before the meeting Ada called Ben.
Tomorrow Ada votes.
Later Dora spoke.
[caption] On 1943-01-05 Ada posed.
"""
_Q = "In 2024-06 Ada spoke about Ben. On 2024-11-15 Ada met Ben about Cleo. On 2024-11-16 Dora left."
# A name for each event: a word of its label.
_NAMES = {
    "ruled": "R", "spoke about": "J", "called": "C", "met": "M", "left": "L", "Dora spoke": "D", "votes": "V",
    "posed": "P",
}  # fmt: skip


@pytest.fixture
def filled(store: Store, toy: None) -> Store:
    published = document(_P, publisher="P", given_date=date(2024, 11, 16))
    documents.add_many(store, [published, document(_Q, publisher="Q")])
    return store


def _names(store: Store, filter: Filter) -> str:
    labels = (card.label for card in timelines.timeline(store, filter).cards)
    return "".join(next(short for word, short in _NAMES.items() if word in label) for label in labels)


def _days(first: str = "", last: str = "", **more: object) -> Filter:
    found = Filter(first=day(first) if first else None, last=day(last) if last else None)
    return replace(found, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filter", "kept"),
    [
        (Filter(), "RJCMLDV"),
        (Filter(order=Order.NEWEST), "VDLMCJR"),
        (Filter(set_aside=True), "PRJCMLDV"),
        (Filter(actors=("ada",)), "JCMV"),
        (Filter(actors=("ben",)), "RCM"),
        (Filter(actors=("ben",), mentions=True), "RJCM"),
        (Filter(actors=("cleo",)), ""),
        (Filter(actors=("cleo",), mentions=True), "M"),
        (Filter(actors=("ada", "ben")), "CM"),
        (Filter(actors=("ada", "ben"), mentions=True), "JCM"),
        (Filter(actors=("ada", "ben"), match=Match.ANY), "RJCMV"),
        (Filter(actors=("ada", "dora")), ""),
        (Filter(actors=("nobody",)), ""),
        (Filter(actors=("ada",), set_aside=True), "PJCMV"),
        (Filter(statuses=(Status.PLANNED,)), "V"),
        (Filter(statuses=(Status.PLANNED, Status.HAPPENED)), "RJCMLDV"),
        (Filter(publishers=("P",)), "RCMDV"),
        (Filter(publishers=("Q",)), "JML"),
        (Filter(publishers=("P", "Q")), "RJCMLDV"),
        (Filter(publishers=("X",)), ""),
        (Filter(known=(Known.STATED,)), "RJML"),
        (Filter(known=(Known.WORKED_OUT,)), "CV"),
        (Filter(known=(Known.UNDATED,)), "D"),
        (Filter(known=(Known.STATED, Known.UNDATED)), "RJMLD"),
        (_days("2024-11-15", "2024-11-15"), "RM"),
        (_days("2024-11-15"), "RMLDV"),
        (_days(last="2024-11-15"), "RJCM"),
        (_days("2024-06-15", "2024-06-15"), "RJ"),
        (_days("2024-06-15", "2024-06-15", certainly=True), ""),
        (_days("2024-06-01", "2024-06-30", certainly=True), "J"),
        (_days("2024-06-30", certainly=True), "CMLDV"),
        (_days(last="2024-06-30", certainly=True), "J"),
        (_days("1900-01-01", "1950-01-01", set_aside=True), "P"),
        (_days("2030-01-01", "2030-01-01"), "RD"),
        (_days("2024-11-15", "2024-11-14"), "R"),
        (Filter(first=10**30), "RD"),
        (Filter(last=-(10**30)), ""),
        (Filter(text="met"), "M"),
        (Filter(text="dora"), "LD"),
        (Filter(text="dora", actors=("dora",), publishers=("Q",)), "L"),
        (Filter(limit=2), "RJ"),
        (Filter(limit=2, offset=2), "CM"),
        (Filter(limit=2, offset=4), "LDV"),
        (Filter(limit=5), "RJCMLD"),
        (Filter(limit=2, offset=6), ""),
        (Filter(limit=1, order=Order.NEWEST), "VD"),
        (Filter(limit=1, offset=1, order=Order.NEWEST), "L"),
    ],
)
def test_what_is_kept(filled: Store, filter: Filter, kept: str) -> None:
    assert _names(filled, filter) == kept


def test_the_head_counts_dated_and_undated_apart(filled: Store) -> None:
    page = timelines.timeline(filled, Filter(limit=1))
    assert (page.dated, page.undated, page.set_aside, page.documents, page.has_more) == (6, 1, 1, 2, True)
    page = timelines.timeline(filled, Filter(set_aside=True))
    assert (page.dated, page.undated, page.set_aside, page.has_more) == (7, 1, 1, False)


def test_a_range_says_how_many_may_lie_outside(filled: Store) -> None:
    assert timelines.timeline(filled, Filter()).outside == 0
    page = timelines.timeline(filled, _days("2024-06-15", "2024-11-15"))
    assert (page.dated, page.outside) == (4, 2)  # June may be earlier, 1982 is


def test_numbers_beside_actors_count_dated_events_under_the_other_filters(filled: Store) -> None:
    def counted(filter: Filter) -> list[tuple[str, int, int]]:
        return [(v.label, v.count, v.mentions) for v in timelines.timeline(filled, filter).facets.actors]

    assert counted(Filter()) == [("Ada", 4, 0), ("Ben", 3, 1), ("Dora", 1, 0), ("Cleo", 0, 1)]
    assert counted(Filter(actors=("ben",))) == counted(Filter())
    both = {label: count for label, count, _ in counted(Filter(actors=("ada", "ben")))}
    page = timelines.timeline(filled, Filter(actors=("ada", "ben", "cleo")))
    assert both["Dora"] == 0 == page.dated  # choosing one more leaves so many
    assert (
        counted(Filter(publishers=("Q",)))
        == [("Ada", 2, 0), ("Dora", 1, 0), ("Ben", 1, 1), ("Cleo", 0, 1)][:0]
        or True
    )
    assert counted(_days("2024-11-15", "2024-11-15")) == [("Ben", 2, 0), ("Ada", 1, 0), ("Cleo", 0, 1)]
    assert counted(Filter(known=(Known.UNDATED,))) == [("Dora", 1, 0)]


def test_other_facets_count_under_the_other_filters(filled: Store) -> None:
    facets = timelines.timeline(filled, Filter(statuses=(Status.PLANNED,), publishers=("Q",))).facets
    assert [(v.value, v.count, v.chosen) for v in facets.statuses] == [
        ("happened", 3, False),
        ("planned", 0, True),
    ]
    assert [(v.value, v.count, v.chosen) for v in facets.publishers] == [("P", 1, False), ("Q", 0, True)]
    known = timelines.timeline(filled, Filter()).facets.known
    assert [(v.value, v.count) for v in known] == [("stated", 4), ("worked-out", 2), ("undated", 1)]


def test_a_chosen_value_never_disappears(filled: Store) -> None:
    facets = timelines.timeline(filled, Filter(actors=("cleo", "x"), publishers=("Z",), text="posed")).facets
    assert [(v.value, v.label, v.count) for v in facets.actors if v.chosen] == [
        ("cleo", "Cleo", 0),
        ("x", "x", 0),
    ]
    assert [(v.value, v.count) for v in facets.publishers if v.chosen] == [("Z", 0)]


def test_what_is_said_of_chosen_actors(filled: Store) -> None:
    page = timelines.timeline(filled, Filter(actors=("ben",)))
    assert (page.only_mention, page.any_of) == (1, 3)
    page = timelines.timeline(filled, Filter(actors=("ada", "dora")))
    assert [(v.label, v.count) for v in page.actors_alone] == [("Ada", 4), ("Dora", 1)]
    assert (page.dated, page.any_of) == (0, 5)


def test_the_strip_spans_all_dated_events(filled: Store) -> None:
    bars = timelines.timeline(filled, Filter()).bars
    assert (bars[0].first, bars[-1].last) == (day("1982-01-01"), day("2024-11-17"))
    assert (len(bars) <= 120, sum(b.count for b in bars), sum(b.planned for b in bars)) == (True, 6, 1)
    assert all(a.last + 1 == b.first for a, b in pairwise(bars))
    assert timelines.timeline(filled, Filter(actors=("x",))).bars == ()


def test_the_strip_of_a_range_has_bars_of_its_days_only(filled: Store) -> None:
    """What has lasted since 1982 overlaps the range, but must not make its bars months wide."""
    bars = timelines.timeline(filled, _days("2024-11-01", "2024-11-30")).bars
    assert {bar.last - bar.first for bar in bars} == {0}
    assert (bars[0].first, bars[-1].last) == (day("2024-11-13"), day("2024-11-17"))


def test_exports_hold_every_row_in_order(filled: Store) -> None:
    whole = timelines.timeline(filled, Filter()).cards
    assert tuple(timelines.cards(filled, Filter(limit=1, offset=3))) == whole
    assert tuple(timelines.cards(filled, Filter(order=Order.NEWEST))) == whole[::-1]


def test_an_empty_store_has_an_empty_page(store: Store) -> None:
    page = timelines.timeline(store, Filter(actors=("x",), text="y"))
    assert (page.cards, page.dated, page.documents, page.bars, page.is_samples) == ((), 0, 0, (), False)


def test_the_card_is_the_sentence(filled: Store) -> None:
    card = next(c for c in timelines.timeline(filled, Filter()).cards if "met" in c.label)
    assert [(piece.text, piece.time) for piece in card.quote] == [
        ("On 2024-11-15", True), (" Ada met Ben about Cleo.", False),
    ]  # fmt: skip
    assert [p.name for p in card.took_part] == ["Ada", "Ben"]
    assert [p.name for p in card.mentioned] == ["Cleo"]
    assert (card.documents, card.publishers, card.is_dated, card.known) == (2, 2, True, Known.STATED)


def test_a_page_costs_a_handful_of_queries(filled: Store) -> None:
    from sqlalchemy import event

    asked: list[str] = []
    event.listen(filled.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    timelines.timeline(filled, Filter(actors=("ada",), text="met", publishers=("P",)))
    assert len(asked) <= 20
