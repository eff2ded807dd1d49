"""Articles put in through the pages give the timeline that a careful reader expects, in whatever order they come.

`seeds/` is always held against its `expected.json`; `DATELINE_SOURCE_ARTICLES` may name another such folder.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.expectations import expected_in, problems, put_in
from webapp.app import create_app
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.store.migrate import migrate

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NAMED = os.environ.get("DATELINE_SOURCE_ARTICLES", "")
FORWARD, BACKWARD = False, True


def _client(folder: Path) -> FlaskClient:
    settings = Settings(data=folder)
    store = Store.open(settings)
    migrate(store)
    return create_app(settings, store=store).test_client()


def _keys(folder: Path, *, backward: bool) -> list[str]:
    return sorted(expected_in(folder)["documents"], reverse=backward)


@pytest.mark.parametrize("backward", [FORWARD, BACKWARD], ids=["forward", "backward"])
def test_named_articles_give_the_expected_timeline(tmp_path: Path, backward: bool) -> None:
    if not NAMED:
        pytest.skip("DATELINE_SOURCE_ARTICLES names no folder of articles")
    folder = Path(NAMED)
    shown = put_in(_client(tmp_path), folder, _keys(folder, backward=backward))
    assert problems(expected_in(folder), shown) == []


@pytest.mark.parametrize("backward", [FORWARD, BACKWARD], ids=["forward", "backward"])
def test_sample_articles_give_the_expected_timeline(tmp_path: Path, backward: bool) -> None:
    """What is known to go wrong stands in a list, and each line of it must still go wrong."""
    known = tomllib.loads(
        (Path(__file__).parent / "corpora" / "known_failures.toml").read_text(encoding="utf-8")
    )
    shown = put_in(_client(tmp_path), SEEDS, _keys(SEEDS, backward=backward))
    assert sorted(problems(expected_in(SEEDS), shown)) == sorted(known["seeds"])
