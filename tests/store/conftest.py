"""Stores to test with: SQLite always, PostgreSQL where there is a server that trusts us and a driver."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.exc import OperationalError

from tests.services.conftest import empty_database, store, toy
from webapp.errors import ConfigurationError
from webapp.store.database import Store
from webapp.store.migrate import migrate

__all__ = ["empty_database", "postgres", "store", "toy"]

_SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/"
_NAME = "dateline_tests"


@pytest.fixture
def postgres() -> Iterator[Store]:
    """An empty PostgreSQL database with the tables in it."""
    try:
        server = Store(_SERVER + "postgres")
    except ConfigurationError as error:
        pytest.skip(f"no PostgreSQL driver: {error.message}")
    autocommit = server.engine.execution_options(isolation_level="AUTOCOMMIT")
    try:
        connection = autocommit.connect()
    except OperationalError:
        server.close()
        pytest.skip("no PostgreSQL server on 127.0.0.1:5432 that trusts the user postgres")
    with connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {_NAME}")
        connection.exec_driver_sql(f"CREATE DATABASE {_NAME}")
        opened = Store(_SERVER + _NAME)
        migrate(opened)
        yield opened
        opened.close()
        connection.exec_driver_sql(f"DROP DATABASE {_NAME}")
    server.close()
