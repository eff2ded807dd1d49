"""The wheel works: built, installed into an empty environment, started from another folder."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("webapp", "templates", "static", "seeds", "pyproject.toml", "README.md", "LICENSE")

pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that nothing is left in the checkout."""
    copy = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / part)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist", cwd=copy)
    return next((copy / "dist").glob("dateline-*.whl"))


@pytest.fixture(scope="module")
def dateline(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment of its own. The libraries are those of this one: no network is needed."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(own) / "libraries.pth").write_text("\n".join(sorted(libraries)), encoding="utf-8")
    return folder / "bin" / "dateline"


@pytest.fixture
def address(dateline: Path, tmp_path: Path) -> Iterator[str]:
    command = [str(dateline), "serve", "--port", "0", "--data", str(tmp_path / "data"), "--seed"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as server:
        try:
            told = (re.search(r"http://\S+/", line) for line in server.stdout or ())
            yield next(found[0] for found in told if found)
        finally:
            server.terminate()
            assert server.wait(timeout=20) == 0


def fetched(address: str) -> str:
    with urlopen(address) as answer:
        return str(answer.read().decode())


def test_wheel_brings_pages_styles_samples_and_migrations(wheel: Path) -> None:
    names = run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=wheel.parent)
    for needed in (
        "webapp/templates/base.html",
        "webapp/static/app.css",
        "webapp/seeds/",
        "migrations/versions/",
    ):
        assert needed in names
    assert "tests/" not in names


def test_installed_command_is_the_wheels_own(dateline: Path, tmp_path: Path) -> None:
    assert run(dateline, "--version", cwd=tmp_path).startswith("dateline, version ")
    where = run(dateline.with_name("python"), "-c", "import webapp; print(webapp.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(dateline.parents[1])


def test_served_from_another_folder_it_migrates_and_shows_its_pages(address: str, tmp_path: Path) -> None:
    page = fetched(address)
    style = re.search(r'href="/(static/[^"]+\.css[^"]*)"', page)
    assert "Dateline" in page
    assert style is not None
    assert "{" in fetched(address + style[1])
    for path in ("articles", "add", "help", "timeline.json", "timeline.csv"):
        assert fetched(address + path)
    with sqlite3.connect(tmp_path / "data" / "dateline.sqlite") as database:
        assert database.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    database.close()
