"""The timeline's own tables say what the canonical ones say, and can be made again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.factories import document
from webapp.services import documents
from webapp.store import derived, tables
from webapp.store.database import Store
from webapp.temporal.algebra.point import Point

_TL = (tables.TlEvent, tables.TlCard, tables.TlLong, tables.TlActor, tables.TlEventActor, tables.TlSource)
_ONE = "On 2024-11-15 Ada met Ben about Cleo. In 2024-06 Ada spoke. Since 1982 Ben ruled. Later Dora spoke."
_TWO = "On 2024-11-15 Ada met Ben about Cleo. On 2024-11-15 Dora left. [caption] On 1943-01-05 Ada posed."


@pytest.fixture
def filled(store: Store, toy: None) -> Store:
    documents.add_many(store, [document(_ONE, publisher="P"), document(_TWO, publisher="Q")])
    return store


def _all(store: Store) -> dict[str, list[Any]]:
    with store.read() as connection:
        found = {t.__tablename__: connection.execute(select(t.__table__)).all() for t in _TL}
        found["ft_event"] = connection.execute(
            text("SELECT collection_id, tkey, body FROM ft_event ORDER BY 2, 3")
        ).all()
    return {name: [tuple(row) for row in rows] for name, rows in found.items()}


def _same(store: Store, from_derived: str, from_canonical: str) -> None:
    with store.read() as connection:
        a = connection.execute(text(from_derived)).all()
        b = connection.execute(text(from_canonical)).all()
    assert a
    assert [tuple(row) for row in a] == [tuple(row) for row in b]


def test_made_again_they_are_the_same(filled: Store) -> None:
    before = _all(filled)
    with filled.write() as connection:
        derived.rebuild(connection, 1)
    assert _all(filled) == before


def test_every_event_is_there_in_the_timelines_order(filled: Store) -> None:
    _same(
        filled,
        "SELECT event_id, is_dated, is_set_aside, status FROM tl_event ORDER BY tkey",
        "SELECT id, is_dated, is_set_aside, status FROM events ORDER BY position",
    )


def test_actors_are_those_who_take_part_or_are_mentioned(filled: Store) -> None:
    canonical = (
        "SELECT event_id, actor_id, CASE part WHEN 'mentioned' THEN 2 ELSE 1 END "
        "FROM participations ORDER BY 1, 2"
    )
    for table in ("tl_actor", "tl_event_actor"):
        _same(
            filled,
            f"SELECT event_id, actor_id, role FROM {table} JOIN tl_event USING (collection_id, tkey) ORDER BY 1, 2",
            canonical,
        )


def test_sources_are_the_publishers_of_the_reports(filled: Store) -> None:
    _same(
        filled,
        "SELECT event_id, publisher FROM tl_source JOIN tl_event USING (collection_id, tkey) ORDER BY 1, 2",
        "SELECT DISTINCT event_id, publisher FROM event_reports "
        "JOIN documents ON documents.id = document_id ORDER BY 1, 2",
    )


def test_long_events_are_those_over_a_month_or_open(filled: Store) -> None:
    day = 24 * 60
    _same(
        filled,
        "SELECT event_id FROM tl_long JOIN tl_event USING (collection_id, tkey) ORDER BY 1",
        f"SELECT id FROM events WHERE ends IS NULL OR begins IS NULL OR ends - begins > 31 * {day} ORDER BY 1",
    )


def _event(begins: int | None, ends: int | None, *, minute: int = 0, dated: bool = True) -> Any:
    start = None if begins is None else Point(begins, minute)
    end = None if ends is None else Point(ends)
    return SimpleNamespace(begins=start, ends=end, has_when=True, is_dated=dated)


@pytest.mark.parametrize(
    "names",
    [
        {
            "long ago": _event(-5_000_000, -4_999_999),
            "at nine": _event(10, 11, minute=540),
            "at ten": _event(10, 11, minute=600),
            "after day 10": _event(10, None, dated=False),
            "until day 10": _event(None, 11),
            "next day": _event(11, 12),
            "before day 20": _event(None, 20, dated=False),
            "day 20": _event(20, 21),
            "unknown": _event(None, None, dated=False),
        }
    ],
)
def test_events_without_a_day_stand_in_their_place(names: dict[str, Any]) -> None:
    shuffled = sorted(names)
    keys = derived.keys(names[name] for name in shuffled)
    order = [name for _, name in sorted(zip(keys, shuffled, strict=True))]
    assert order == list(names)


def test_keys_follow_the_day() -> None:
    assert list(derived.keys([_event(10, 11), _event(10, 11), _event(12, 13)])) == [
        10 << 24,
        10 << 24 | 1,
        12 << 24,
    ]
