"""Transactions: all or nothing, one unchanging view, one writer after the other."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event, text

from webapp.errors import ConfigurationError, ConflictError
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.store.migrate import migrate

_COUNT = text("SELECT count(*) FROM collections")


def _add(name: str) -> str:
    return f"INSERT INTO collections (id, name) VALUES ({hash(name) % 10**6 + 3}, '{name}')"


def test_a_failing_write_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write() as connection:
            connection.execute(text(_add("one")))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as connection:
        assert connection.scalar(_COUNT) == 2


def test_a_reader_sees_one_state_throughout(store: Store) -> None:
    with store.read() as reading:
        assert reading.scalar(_COUNT) == 2
        with store.write() as writing:
            writing.execute(text(_add("one")))
        assert reading.scalar(_COUNT) == 2
    with store.read() as reading:
        assert reading.scalar(_COUNT) == 3


def test_a_writer_that_has_waited_too_long_is_told_so(store: Store) -> None:
    hasty = Store(str(store.engine.url))
    event.listen(hasty.engine, "connect", lambda driver, _: driver.execute("PRAGMA busy_timeout = 0"))
    with store.write(), pytest.raises(ConflictError, match="still being saved"), hasty.write():
        pass
    with hasty.write() as connection:
        assert connection.scalar(_COUNT) == 2
    hasty.close()


def test_a_reader_on_postgresql_sees_one_state_throughout(postgres: Store) -> None:
    with postgres.read() as reading:
        assert reading.scalar(_COUNT) == 2
        with postgres.write() as writing:
            writing.execute(text(_add("one")))
        assert reading.scalar(_COUNT) == 2


def test_writers_wait_for_each_other(store: Store) -> None:
    """Each reads before it writes, which deadlocks where a transaction takes its lock late."""
    failures: list[BaseException] = []

    def write() -> None:
        try:
            with store.write() as connection:
                number = connection.scalar(text("SELECT max(id) FROM collections"))
                connection.execute(
                    text(f"INSERT INTO collections (id, name) VALUES ({number + 1}, 'c{number}')")
                )
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=write) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as connection:
        assert (failures, connection.scalar(_COUNT)) == ([], 14)


def test_the_data_folder_is_made_and_kept_private(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "new" / "data")
    store = Store.open(settings)
    migrate(store)
    store.close()
    assert (settings.data / "dateline.sqlite").exists()
    assert settings.data.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("url", ["nonsense", "mysql+nothing://x/y", "mssql+pyodbc://x/y"])
def test_an_address_that_is_no_database_of_ours_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError):
        Store(url)


def test_the_files_are_their_owners_only(tmp_path: Path) -> None:
    opened = Store.open(Settings(data=tmp_path))
    migrate(opened)
    with opened.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO edits (document_hash, kind, value, made_at) VALUES ('', '', '', 0)"
        )
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("dateline.sqlite*")}
    opened.close()
    assert modes == dict.fromkeys(("dateline.sqlite", "dateline.sqlite-wal", "dateline.sqlite-shm"), 0o600)


def test_files_that_others_could_read_are_closed(tmp_path: Path) -> None:
    paths = [tmp_path / f"dateline.sqlite{suffix}" for suffix in ("", "-wal", "-shm")]
    for path in paths:
        path.touch()
        path.chmod(0o644)
    Store.open(Settings(data=tmp_path)).close()
    assert [path.stat().st_mode & 0o777 for path in paths if path.exists()] == [0o600] * 3
