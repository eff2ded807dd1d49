"""A reader's filter as conditions on `tl_event`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from sqlalchemy import ColumnElement, Connection, and_, case, or_, select

from webapp.store import full_text
from webapp.store.tables import TlActor, TlEvent, TlLong, TlSource
from webapp.store.tables.timeline import MENTIONED, TOOK_PART
from webapp.timeline.filters import Filter, Known, Match

Condition = ColumnElement[bool]
_SHORT = 31  # days that an event outside of `tl_long` may last at most
_FARTHEST = 1 << 37


class But(Enum):
    """A part of the filter left out, to count what there would be without it."""

    ACTORS = auto()
    STATUSES = auto()
    PUBLISHERS = auto()
    KNOWN = auto()
    SET_ASIDE = auto()


def conditions(connection: Connection, collection_id: int, filter: Filter, *but: But) -> list[Condition]:
    """All that an event has to fulfil, apart from the parts named in `but`."""
    found = [TlEvent.collection_id == collection_id]
    if not filter.set_aside and But.SET_ASIDE not in but:
        found.append(TlEvent.is_set_aside.is_(False))
    if But.ACTORS not in but:
        found += actors(collection_id, filter.actors, filter.match, mentions=filter.mentions)
    if filter.statuses and But.STATUSES not in but:
        found.append(TlEvent.status.in_([status.value for status in filter.statuses]))
    if filter.publishers and But.PUBLISHERS not in but:
        found.append(_published_by(collection_id, filter.publishers))
    if filter.known and But.KNOWN not in but:
        found.append(TlEvent.known.in_([known.value for known in filter.known]))
    if filter.text:
        found.append(TlEvent.tkey.in_(full_text.events_with(connection, collection_id, filter.text)))
    return found + _range(collection_id, filter)


def actors(collection_id: int, chosen: tuple[str, ...], match: Match, *, mentions: bool) -> list[Condition]:
    """All of them, or any of them; a part that is unclear counts as taking part."""
    roles = (TOOK_PART, MENTIONED) if mentions else (TOOK_PART,)
    if not chosen:
        return []
    if match is Match.ANY:
        return [_with_actor(collection_id, chosen, roles)]
    return [_with_actor(collection_id, (actor,), roles) for actor in chosen]


def counted(filter: Filter) -> Condition:
    """Numbers beside values count dated events; those without a day only where just they are asked for."""
    return TlEvent.is_dated.is_(filter.known != (Known.UNDATED,))


def may_lie_outside(filter: Filter) -> Condition:
    """Of what overlaps the range: is it not certainly within?"""
    inside = _inside(filter)
    return case((and_(*inside), False), else_=True) if inside else TlEvent.tkey.is_(None)


def _with_actor(collection_id: int, chosen: Iterable[str], roles: Iterable[int]) -> Condition:
    return TlEvent.tkey.in_(
        select(TlActor.tkey).where(
            TlActor.collection_id == collection_id,
            TlActor.actor_id.in_(list(chosen)),
            TlActor.role.in_(list(roles)),
        )
    )


def _published_by(collection_id: int, publishers: tuple[str, ...]) -> Condition:
    return TlEvent.tkey.in_(
        select(TlSource.tkey).where(
            TlSource.collection_id == collection_id, TlSource.publisher.in_(publishers)
        )
    )


def _range(collection_id: int, filter: Filter) -> list[Condition]:
    if filter.certainly:
        return _inside(filter)
    if filter.first is None and filter.last is None:
        return []
    return [or_(_short_within_reach(filter), _long_overlapping(collection_id, filter))]


def _inside(filter: Filter) -> list[Condition]:
    """An open end is inside of nothing that ends; comparing with it is never true."""
    found: list[Condition] = []
    if filter.first is not None:
        found.append(TlEvent.first >= _day(filter.first))
    if filter.last is not None:
        found.append(TlEvent.last <= _day(filter.last))
    return found


def _day(typed: int) -> int:
    """Kept within what a key can hold; nothing lies beyond."""
    return max(-_FARTHEST, min(typed, _FARTHEST))


def _short_within_reach(filter: Filter) -> Condition:
    """Short events overlap the range only if they begin at most a month before it: one range scan."""
    found: list[Condition] = [TlEvent.is_long.is_(False)]
    if filter.first is not None:
        found += [TlEvent.tkey >= (_day(filter.first) - _SHORT) << 24, TlEvent.last >= _day(filter.first)]
    if filter.last is not None:
        found += [TlEvent.tkey < (_day(filter.last) + 1) << 24]
    return and_(*found)


def _long_overlapping(collection_id: int, filter: Filter) -> Condition:
    overlapping = select(TlLong.tkey).where(TlLong.collection_id == collection_id)
    if filter.first is not None:
        overlapping = overlapping.where(or_(TlLong.last.is_(None), TlLong.last >= _day(filter.first)))
    if filter.last is not None:
        overlapping = overlapping.where(or_(TlLong.first.is_(None), TlLong.first <= _day(filter.last)))
    return TlEvent.tkey.in_(overlapping)
