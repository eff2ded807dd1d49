"""For all tests: nothing of the developer's own settings or data is seen or touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Where measured corpora and source articles lie is told by the environment on purpose.
_KEPT = frozenset({"DATELINE_SOURCE_ARTICLES", "DATELINE_CORPORA", "DATELINE_TOOLS"})


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.startswith("DATELINE_") and name not in _KEPT:
            monkeypatch.delenv(name)
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
