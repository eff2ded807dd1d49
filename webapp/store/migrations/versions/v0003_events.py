"""What the documents of a collection tell."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _actors()
    _event_redirects()
    _events()
    _aliases()
    _citations()
    _participations()
    _reports()
    _event_reports()


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name=op.f("fk_actors_collection_id")),
        sa.PrimaryKeyConstraint("collection_id", "id", name=op.f("pk_actors")),
    )


def _event_redirects() -> None:
    op.create_table(
        "event_redirects",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("old_id", sa.Text(), nullable=False),
        sa.Column("new_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collections.id"], name=op.f("fk_event_redirects_collection_id")
        ),
        sa.PrimaryKeyConstraint("collection_id", "old_id", name=op.f("pk_event_redirects")),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("has_when", sa.Boolean(), nullable=False),
        sa.Column("begins", sa.BigInteger(), nullable=True),
        sa.Column("ends", sa.BigInteger(), nullable=True),
        sa.Column("lasts", sa.Boolean(), nullable=False),
        sa.Column("granularity", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("is_dated", sa.Boolean(), nullable=False),
        sa.Column("is_set_aside", sa.Boolean(), nullable=False),
        sa.Column("anchor_event", sa.Text(), nullable=False),
        sa.Column("rests_on_inferred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name=op.f("fk_events_collection_id")),
        sa.PrimaryKeyConstraint("collection_id", "id", name=op.f("pk_events")),
    )


def _aliases() -> None:
    op.create_table(
        "aliases",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "actor_id"],
            ["actors.collection_id", "actors.id"],
            name=op.f("fk_aliases_collection_id_actor_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "actor_id", "number", name=op.f("pk_aliases")),
    )


def _citations() -> None:
    op.create_table(
        "citations",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("page", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_citations_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "start", name=op.f("pk_citations")),
    )


def _participations() -> None:
    op.create_table(
        "participations",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "actor_id"],
            ["actors.collection_id", "actors.id"],
            name=op.f("fk_participations_collection_id_actor_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["collection_id", "event_id"],
            ["events.collection_id", "events.id"],
            name=op.f("fk_participations_collection_id_event_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "event_id", "number", name=op.f("pk_participations")),
    )
    op.create_index(
        op.f("ix_participations_collection_id_actor_id"),
        "participations",
        ["collection_id", "actor_id"],
        unique=False,
    )


def _reports() -> None:
    op.create_table(
        "reports",
        *_report_columns(),
        sa.ForeignKeyConstraint(
            ["document_id", "cited"],
            ["citations.document_id", "citations.start"],
            name=op.f("fk_reports_document_id_cited"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id", "timex"],
            ["timexes.document_id", "timexes.number"],
            name=op.f("fk_reports_document_id_timex"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "number", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_document_id_cited"), "reports", ["document_id", "cited"], unique=False)


def _report_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cited", sa.Integer(), nullable=False),
        sa.Column("clause_start", sa.Integer(), nullable=False),
        sa.Column("clause_end", sa.Integer(), nullable=False),
        sa.Column("mention_start", sa.Integer(), nullable=False),
        sa.Column("mention_end", sa.Integer(), nullable=False),
        sa.Column("mention_text", sa.Text(), nullable=False),
        sa.Column("mention_kind", sa.Text(), nullable=False),
        sa.Column("is_noun", sa.Boolean(), nullable=False),
        sa.Column("tense", sa.String(length=20), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("is_negated", sa.Boolean(), nullable=False),
        sa.Column("has_when", sa.Boolean(), nullable=False),
        sa.Column("begins", sa.BigInteger(), nullable=True),
        sa.Column("ends", sa.BigInteger(), nullable=True),
        sa.Column("lasts", sa.Boolean(), nullable=False),
        sa.Column("granularity", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.Column("timex", sa.Integer(), nullable=True),
        sa.Column("follows", sa.Integer(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
    ]


def _event_reports() -> None:
    op.create_table(
        "event_reports",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("follows", sa.Boolean(), nullable=False),
        sa.Column("conflicts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "event_id"],
            ["events.collection_id", "events.id"],
            name=op.f("fk_event_reports_collection_id_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id", "report"],
            ["reports.document_id", "reports.number"],
            name=op.f("fk_event_reports_document_id_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "event_id", "number", name=op.f("pk_event_reports")),
    )
    op.create_index(
        op.f("ix_event_reports_document_id_report"), "event_reports", ["document_id", "report"], unique=False
    )
