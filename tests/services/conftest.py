"""A store on disk and the toy engine of `tests/factories.py` in the place of the real one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import factories
from webapp.services import readings
from webapp.store.database import Store
from webapp.store.migrate import migrate


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrated once; each test gets a copy."""
    path = tmp_path_factory.mktemp("empty") / "dateline.sqlite"
    made = Store(f"sqlite:///{path}")
    migrate(made)
    made.close()
    return path


@pytest.fixture
def store(empty_database: Path, tmp_path: Path) -> Iterator[Store]:
    path = Path(shutil.copy(empty_database, tmp_path / "dateline.sqlite"))
    opened = Store(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(readings, "read_anew", factories.read)
    monkeypatch.setattr(readings, "arrange_anew", factories.arrange)
    readings.read.cache_clear()
    yield
    readings.read.cache_clear()
