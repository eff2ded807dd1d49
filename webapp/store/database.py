"""The database: one engine, and transactions to read and to write in.

SQLite's driver begins transactions late and never for reading; both are done here instead, as SQLAlchemy's
page "Enabling Non-Legacy SQLite Transactional Modes" describes, so that a reader sees one state throughout
and a writer waits for the lock at the start instead of failing in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RootTransaction, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from webapp.errors import ConfigurationError, ConflictError, Message
from webapp.settings import MAX_TEXT_BYTES, Settings, keep_private, make_folder

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 30000",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
)
_WRITER_LOCK = 0x4461_7465  # any number, the same for every process: one writer at a time, as in SQLite


class Store:
    """Where documents, events and edits are kept. `read` and `write` are one transaction each."""

    def __init__(self, url: str, *, max_text_bytes: int = MAX_TEXT_BYTES) -> None:
        self.max_text_bytes = max_text_bytes
        self.engine = _engine(url)
        self._writing = self.engine.execution_options(dateline_writes=True)
        # PostgreSQL must be asked for what SQLite does anyway.
        snapshot = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reading = self.engine.execution_options(**snapshot)

    @classmethod
    def open(cls, settings: Settings) -> Store:
        """The store of these settings; a missing data folder is made. `migrate` makes the tables."""
        make_folder(settings.data)
        _make_private(settings.url)
        return cls(settings.url, max_text_bytes=settings.max_text_bytes)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One unchanging view of the database."""
        with self._reading.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Everything inside happens, or nothing does."""
        with self._writing.connect() as connection, self._begun(connection):
            yield connection

    def _begun(self, connection: Connection) -> RootTransaction:
        """A transaction that is the only writing one, once it has begun."""
        try:
            transaction = connection.begin()
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
        except OperationalError as error:
            if "locked" not in str(error.orig):
                raise
            raise ConflictError("Another change is still being saved. Try again in a moment.") from error
        return transaction

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise _refused(Message("is not a database address")) from error
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise _refused(Message("is neither SQLite nor PostgreSQL"))
    try:
        engine = create_engine(parsed)
    except (ImportError, ArgumentError) as error:
        raise _refused(Message("needs a driver that is not installed (%(error)s)", error=error)) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    return engine


def _refused(why: Message) -> ConfigurationError:
    return ConfigurationError(
        "DATELINE_DATABASE_URL %(why)s. Examples: sqlite:////home/me/dateline.sqlite, "
        "postgresql+psycopg://user@host/name.",
        field="DATELINE_DATABASE_URL",
        why=why,
    )


def _make_private(url: str) -> None:
    """An SQLite file is its owner's only; the files SQLite lays beside it take after it."""
    path = Path(_file_of(url))
    if not path.name:
        return
    if not path.exists():
        with suppress(OSError):  # SQLite says itself what is wrong with a path
            path.touch(mode=0o600)
    for suffix in ("", "-wal", "-shm"):
        keep_private(path.with_name(path.name + suffix))


def _file_of(url: str) -> str:
    """The path of an SQLite file; "" for a database in memory, elsewhere, or described by a URI."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return ""
    name = parsed.database or ""
    is_file = parsed.get_backend_name() == "sqlite" and not name.startswith(("file:", ":memory:"))
    return name if is_file else ""


def _on_connect(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:  # noqa: ARG001
    driver: Any = connection
    driver.isolation_level = None  # the driver begins nothing by itself
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("dateline_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
