"""Derived tables for the timeline, and full text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _tl_actor()
    _tl_card()
    _tl_event()
    _tl_event_actor()
    _tl_long()
    _tl_source()
    _full_text()


def _tl_actor() -> None:
    op.create_table(
        "tl_actor",
        sa.Column("collection_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("role", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("tkey", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "actor_id", "role", "tkey", name=op.f("pk_tl_actor")),
        sqlite_with_rowid=False,
    )


def _tl_card() -> None:
    op.create_table(
        "tl_card",
        sa.Column("collection_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("tkey", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("card", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "tkey", name=op.f("pk_tl_card")),
        sqlite_with_rowid=False,
    )


def _tl_event() -> None:
    op.create_table(
        "tl_event",
        sa.Column("collection_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("tkey", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=True),
        sa.Column("last", sa.BigInteger(), nullable=True),
        sa.Column("is_long", sa.Boolean(), nullable=False),
        sa.Column("is_dated", sa.Boolean(), nullable=False),
        sa.Column("is_set_aside", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("known", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "tkey", name=op.f("pk_tl_event")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_tl_event_collection_id_event_id"), "tl_event", ["collection_id", "event_id"], unique=True
    )
    op.create_index(
        op.f("ix_tl_event_collection_id_is_dated_is_set_aside_tkey"),
        "tl_event",
        ["collection_id", "is_dated", "is_set_aside", "tkey"],
        unique=False,
    )


def _tl_event_actor() -> None:
    op.create_table(
        "tl_event_actor",
        sa.Column("collection_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("tkey", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("role", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "tkey", "actor_id", name=op.f("pk_tl_event_actor")),
        sqlite_with_rowid=False,
    )


def _tl_long() -> None:
    op.create_table(
        "tl_long",
        sa.Column("collection_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("tkey", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=True),
        sa.Column("last", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("collection_id", "tkey", name=op.f("pk_tl_long")),
        sqlite_with_rowid=False,
    )


def _tl_source() -> None:
    op.create_table(
        "tl_source",
        sa.Column("collection_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("tkey", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "publisher", "tkey", name=op.f("pk_tl_source")),
        sqlite_with_rowid=False,
    )


def _full_text() -> None:
    if op.get_bind().dialect.name == "sqlite":
        options = "tokenize = 'unicode61 remove_diacritics 2'"
        columns = "body, collection_id UNINDEXED, tkey UNINDEXED"
        op.execute(f"CREATE VIRTUAL TABLE ft_event USING fts5({columns}, {options})")
        op.execute(f"CREATE VIRTUAL TABLE ft_document USING fts5(body, {options})")
        return
    op.execute("CREATE TABLE ft_event (body tsvector, collection_id smallint NOT NULL, tkey bigint NOT NULL)")
    op.execute("CREATE INDEX ix_ft_event_body ON ft_event USING gin (body)")
    op.execute("CREATE INDEX ix_ft_event_collection_id ON ft_event (collection_id)")
    op.execute("CREATE TABLE ft_document (body tsvector, rowid integer PRIMARY KEY)")
    op.execute("CREATE INDEX ix_ft_document_body ON ft_document USING gin (body)")
