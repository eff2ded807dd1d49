"""What was handed in. These rows are never made by the machine and never changed by it."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.store.tables.base import Base

ARTICLES = 1  # the reader's own articles
SAMPLES = 2  # sample articles that come with Dateline


class Collection(Base):
    """A pile of documents arranged together."""

    __tablename__ = "collections"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)


class Document(Base):
    """An article as it was handed in. Days are day numbers, `added_at` is seconds since 1970.

    Ids are not used again after a removal: an old address must not lead to another article.
    """

    __tablename__ = "documents"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    collection_id: Mapped[int] = mapped_column(ForeignKey("collections.id"), index=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(Text)
    publisher: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    given_day: Mapped[int | None]
    metadata_day: Mapped[int | None]
    added_at: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str] = mapped_column(Text)


class Mark(Base):
    """A stretch whose role the source declared itself."""

    __tablename__ = "marks"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    role: Mapped[str] = mapped_column(String(20))
