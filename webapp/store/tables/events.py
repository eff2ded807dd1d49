"""What the documents of a collection tell: reports with their citations, events, actors.

Machine rows, except the redirects: replaced when the collection is arranged anew.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.store.tables.base import Base
from webapp.temporal.algebra.point import Point

_ID = Text()


def _event() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["collection_id", "event_id"], ["events.collection_id", "events.id"], ondelete="CASCADE"
    )


def _actor() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["collection_id", "actor_id"], ["actors.collection_id", "actors.id"], ondelete="CASCADE"
    )


class Citation(Base):
    """A cited sentence; `start` and `end` are its characters in the document."""

    __tablename__ = "citations"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    end: Mapped[int]
    quote: Mapped[str] = mapped_column(Text)
    page: Mapped[str] = mapped_column(String(20))


class Report(Base):
    """One document's word on one event. `timex` is an index into the document's time expressions."""

    __tablename__ = "reports"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "cited"], ["citations.document_id", "citations.start"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["document_id", "timex"], ["timexes.document_id", "timexes.number"], ondelete="CASCADE"
        ),
        Index(None, "document_id", "cited"),
    )

    document_id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    cited: Mapped[int]
    clause_start: Mapped[int]
    clause_end: Mapped[int]
    mention_start: Mapped[int]
    mention_end: Mapped[int]
    mention_text: Mapped[str] = mapped_column(Text)
    mention_kind: Mapped[str] = mapped_column(Text)
    is_noun: Mapped[bool]
    tense: Mapped[str] = mapped_column(String(20))
    modality: Mapped[str] = mapped_column(Text)
    is_negated: Mapped[bool]
    has_when: Mapped[bool]
    begins: Mapped[Point | None]
    ends: Mapped[Point | None]
    lasts: Mapped[bool]
    granularity: Mapped[int | None]
    basis: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    role: Mapped[str] = mapped_column(String(20))
    story: Mapped[int]
    timex: Mapped[int | None]
    follows: Mapped[int | None]
    label: Mapped[str] = mapped_column(Text)


class Actor(Base):
    __tablename__ = "actors"

    collection_id: Mapped[int] = mapped_column(ForeignKey("collections.id"), primary_key=True)
    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))


class Alias(Base):
    __tablename__ = "aliases"
    __table_args__ = (_actor(),)

    collection_id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class Event(Base):
    """`position` is the event's place in the timeline's order."""

    __tablename__ = "events"

    collection_id: Mapped[int] = mapped_column(ForeignKey("collections.id"), primary_key=True)
    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(Text)
    has_when: Mapped[bool]
    begins: Mapped[Point | None]
    ends: Mapped[Point | None]
    lasts: Mapped[bool]
    granularity: Mapped[int | None]
    basis: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    is_dated: Mapped[bool]
    is_set_aside: Mapped[bool]
    anchor_event: Mapped[str] = mapped_column(_ID)
    rests_on_inferred: Mapped[bool]


class EventReport(Base):
    """A report inside an event; the one with index 0 is the one that is shown."""

    __tablename__ = "event_reports"
    __table_args__ = (
        _event(),
        ForeignKeyConstraint(
            ["document_id", "report"], ["reports.document_id", "reports.number"], ondelete="CASCADE"
        ),
        Index(None, "document_id", "report"),
    )

    collection_id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int]
    report: Mapped[int]
    follows: Mapped[bool]
    conflicts: Mapped[bool]


class Participation(Base):
    __tablename__ = "participations"
    __table_args__ = (_event(), _actor(), Index(None, "collection_id", "actor_id"))

    collection_id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[str] = mapped_column(_ID)
    part: Mapped[str] = mapped_column(String(20))


class EventRedirect(Base):
    """An id that an event once had, and the id under which its first report stands now."""

    __tablename__ = "event_redirects"

    collection_id: Mapped[int] = mapped_column(ForeignKey("collections.id"), primary_key=True)
    old_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    new_id: Mapped[str] = mapped_column(_ID)
