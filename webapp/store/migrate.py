"""Bring the tables up to date. Costs one query when they are; Alembic is loaded only when they are not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from webapp.errors import ConfigurationError
from webapp.store.database import Store

FOLDER = Path(__file__).with_name("migrations")
_FULL_TEXT = ("ft_event", "ft_document")  # made by hand in the migrations: no model describes them


def migrate(store: Store) -> None:
    """All steps that are missing, in one transaction."""
    with store.read() as connection:
        at = revision(connection)
        is_new = not at and not inspect(connection).has_table("alembic_version")
    if at == head():
        return
    if at > head() and at.isdecimal():
        raise ConfigurationError(
            "These data were written by a newer Dateline (schema %(found)s; this one knows %(known)s). "
            "Install the newer one again.",
            found=at,
            known=head(),
        )
    if not is_new and at not in _revisions():
        raise ConfigurationError(
            "These data are damaged: they say they are of schema “%(found)s”, which no Dateline has written. "
            "Put a copy from before in their place.",
            found=at,
        )
    with store.write() as connection:
        upgrade(connection)


def head() -> str:
    """The newest revision there is a file for."""
    return max(_revisions())


def _revisions() -> list[str]:
    return [path.name[1:5] for path in FOLDER.glob("versions/v*.py")]


def revision(connection: Connection) -> str:
    """The revision the tables are at; "" before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_ours(name: str | None, kind: str, parents: object) -> bool:  # noqa: ARG001
    """Leaves out the full-text tables and what SQLite keeps behind them."""
    return kind != "table" or not (name or "").startswith(_FULL_TEXT)
