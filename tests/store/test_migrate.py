"""The schema: as the models say, made once, and what it refuses."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from webapp.errors import ConfigurationError
from webapp.store.database import Store
from webapp.store.migrate import FOLDER, head, is_ours, migrate, revision
from webapp.store.tables import Base
from webapp.store.write import add_edit


def _differences(connection: Connection) -> list[object]:
    options = {"include_name": is_ours, "target_metadata": Base.metadata}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata))


def test_migrations_make_what_the_models_say(store: Store) -> None:
    with store.read() as connection:
        assert _differences(connection) == []


def test_migrations_make_the_same_on_postgresql(postgres: Store) -> None:
    with postgres.read() as connection:
        assert _differences(connection) == []


def test_the_head_is_known_without_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [head()]


def test_migrating_again_changes_nothing(store: Store) -> None:
    migrate(store)
    with store.read() as connection:
        assert revision(connection) == head()


def test_data_of_a_newer_dateline_are_left_alone(store: Store) -> None:
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ConfigurationError, match="newer Dateline"):
        migrate(store)


def test_there_are_two_collections_from_the_start(store: Store) -> None:
    with store.read() as connection:
        rows = connection.execute(text("SELECT id, name FROM collections ORDER BY id")).all()
    assert [tuple(row) for row in rows] == [(1, "articles"), (2, "samples")]


def test_foreign_keys_hold(store: Store) -> None:
    broken = "INSERT INTO marks VALUES (99, 0, 0, 1, 'caption')"
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.execute(text(broken))


def test_sqlite_is_set_up_for_a_server(store: Store) -> None:
    with store.read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        }
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1}


@pytest.mark.parametrize("change", ["UPDATE edits SET value = ''", "DELETE FROM edits"])
def test_edits_are_only_ever_added(store: Store, change: str) -> None:
    _refuses_change(store, change)


@pytest.mark.parametrize("change", ["UPDATE edits SET value = ''", "DELETE FROM edits", "TRUNCATE edits"])
def test_edits_are_only_ever_added_on_postgresql(postgres: Store, change: str) -> None:
    _refuses_change(postgres, change)


def _refuses_change(store: Store, change: str) -> None:
    with store.write() as connection:
        add_edit(connection, "a" * 64, "redate", value="2024-11-15", undoes=None, at=0)
    with pytest.raises(DatabaseError, match="append-only"), store.write() as connection:
        connection.execute(text(change))
    with store.read() as connection:
        assert connection.execute(text("SELECT value FROM edits")).scalar() == "2024-11-15"
