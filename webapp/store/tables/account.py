"""What was read in one document: sentences, segments with their publications, every time expression.

Machine rows: replaced when the collection is arranged anew.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.store.tables.base import Base
from webapp.temporal.algebra.point import Point


def _document() -> Mapped[int]:
    return mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


class Reading(Base):
    """That a document was read, by which version of the engine, and whether it knows the language."""

    __tablename__ = "readings"

    document_id: Mapped[int] = _document()
    language: Mapped[str] = mapped_column(String(20))
    is_read: Mapped[bool]
    engine: Mapped[str] = mapped_column(String(50))


class Sentence(Base):
    __tablename__ = "sentences"

    document_id: Mapped[int] = _document()
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]


class Publication(Base):
    """When a story was published. Index 0 is the article's own publication; stories beside it have others."""

    __tablename__ = "publications"

    document_id: Mapped[int] = _document()
    number: Mapped[int] = mapped_column(primary_key=True)
    begins: Mapped[Point | None]
    ends: Mapped[Point | None]
    likely: Mapped[int | None]
    confidence: Mapped[str] = mapped_column(String(10))


class Evidence(Base):
    """One reason for a publication. `other_hash` names the document it comes from, where it is another."""

    __tablename__ = "evidence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "publication"],
            ["publications.document_id", "publications.number"],
            ondelete="CASCADE",
        ),
    )

    document_id: Mapped[int] = mapped_column(primary_key=True)
    publication: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    begins: Mapped[Point | None]
    ends: Mapped[Point | None]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    other_hash: Mapped[str] = mapped_column(String(64))
    is_day: Mapped[bool]


class Segment(Base):
    __tablename__ = "segments"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "publication"],
            ["publications.document_id", "publications.number"],
            ondelete="CASCADE",
        ),
    )

    document_id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    role: Mapped[str] = mapped_column(String(20))
    story: Mapped[int]
    publication: Mapped[int]


class Timex(Base):
    """A time expression and what became of it.

    `said` holds the candidate's expression and cues, and the anchor it was resolved against (see
    `store/codec.py`): they explain, nothing is searched by them.
    """

    __tablename__ = "timexes"

    document_id: Mapped[int] = _document()
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    rule: Mapped[str] = mapped_column(String(100))
    type: Mapped[str] = mapped_column(String(10))
    value: Mapped[str] = mapped_column(Text)
    mod: Mapped[str] = mapped_column(String(20))
    quant: Mapped[str] = mapped_column(Text)
    freq: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(String(20))
    has_when: Mapped[bool]
    begins: Mapped[Point | None]
    ends: Mapped[Point | None]
    lasts: Mapped[bool]
    granularity: Mapped[int | None]
    reference_start: Mapped[int | None]
    reference_end: Mapped[int | None]
    said: Mapped[dict[str, Any]] = mapped_column(JSON)
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(50))
    report: Mapped[int | None]
