"""Derived tables: they answer the timeline page without a join over events. See `store/derived.py`.

`tkey` is `day << 24 | place within the day`, so that a list in date order is one range scan. None of these
tables is the truth: they can be made again from the canonical ones at any time.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Index, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.store.tables.base import Base

_WITHOUT_ROWID = {"sqlite_with_rowid": False}
TOOK_PART = 1  # and unclear roles, which count with it
MENTIONED = 2


class TlEvent(Base):
    """What is asked of an event. `first` and `last` are day numbers, both included, empty where open."""

    __tablename__ = "tl_event"
    __table_args__ = (
        Index(None, "collection_id", "event_id", unique=True),
        Index(None, "collection_id", "is_dated", "is_set_aside", "tkey"),
        _WITHOUT_ROWID,
    )

    collection_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    tkey: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    event_id: Mapped[str] = mapped_column(Text)
    first: Mapped[int | None] = mapped_column(BigInteger)
    last: Mapped[int | None] = mapped_column(BigInteger)
    is_long: Mapped[bool]
    is_dated: Mapped[bool]
    is_set_aside: Mapped[bool]
    status: Mapped[str] = mapped_column(String(20))
    known: Mapped[str] = mapped_column(String(20))


class TlCard(Base):
    """What is shown of an event and never searched (`store/cards.py`); apart, so that counts read little."""

    __tablename__ = "tl_card"
    __table_args__ = (_WITHOUT_ROWID,)

    collection_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    tkey: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    card: Mapped[dict[str, Any]] = mapped_column(JSON)


class TlLong(Base):
    """The few events longer than a month or with an open end, which a range scan by first day would miss."""

    __tablename__ = "tl_long"
    __table_args__ = (_WITHOUT_ROWID,)

    collection_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    tkey: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    first: Mapped[int | None] = mapped_column(BigInteger)
    last: Mapped[int | None] = mapped_column(BigInteger)


class TlActor(Base):
    """By actor: the events someone took part in or is mentioned in, in date order."""

    __tablename__ = "tl_actor"
    __table_args__ = (_WITHOUT_ROWID,)

    collection_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    actor_id: Mapped[str] = mapped_column(Text, primary_key=True)
    role: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    tkey: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class TlEventActor(Base):
    """The same by event, for counting actors over a set of events."""

    __tablename__ = "tl_event_actor"
    __table_args__ = (_WITHOUT_ROWID,)

    collection_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    tkey: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    actor_id: Mapped[str] = mapped_column(Text, primary_key=True)
    role: Mapped[int] = mapped_column(SmallInteger)


class TlSource(Base):
    """By publisher: the events it reports, in date order."""

    __tablename__ = "tl_source"
    __table_args__ = (_WITHOUT_ROWID,)

    collection_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    publisher: Mapped[str] = mapped_column(Text, primary_key=True)
    tkey: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
