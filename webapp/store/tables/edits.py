"""What people changed. Rows are only ever added: triggers made by the migration refuse anything else."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.store.tables.base import Base


class Edit(Base):
    """Keyed by the document's hash and not by its id, so that it outlives a removal of the document.

    `value` is what was set ("2024-11-15"); an undo names the edit that it takes back.
    """

    __tablename__ = "edits"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    document_hash: Mapped[str] = mapped_column(String(64), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("edits.id"))
    made_at: Mapped[int] = mapped_column(BigInteger)
