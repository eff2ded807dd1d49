"""Run by Alembic, always inside the transaction that `store.migrate` opens."""

from __future__ import annotations

from alembic import context

from webapp.store.migrate import is_ours
from webapp.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    include_name=is_ours,
)
context.run_migrations()
