"""Data that are damaged, missing or not to be opened: a plain message, never a traceback."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import dateline

ARTICLE = "On 3 March 2023 Mayor Ingrid Vale opened the new bridge."
COMMANDS = ("serve", "export", "ingest", "rebuild")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path, article: Path) -> Path:
    folder = tmp_path / "data"
    assert dateline("ingest", article, "--data", folder).exit_code == 0
    return folder


def refused(command: str, data: Path, article: Path) -> str:
    """The message, once it is sure that there is nothing else."""
    more: dict[str, list[object]] = {"ingest": [article], "serve": ["--port", "0"]}
    result = dateline(command, *more.get(command, []), "--data", data)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.stderr.startswith("Error: ")
    return result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_no_database(command: str, tmp_path: Path, article: Path) -> None:
    (tmp_path / "dateline.sqlite").write_bytes(bytes(range(256)) * 100)
    message = refused(command, tmp_path, article)
    assert "file is not a database" in message
    assert str(tmp_path) in message


@pytest.mark.parametrize("command", COMMANDS)
def test_a_damaged_database(command: str, data: Path, article: Path) -> None:
    file = data / "dateline.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + bytes(7 * n % 256 for n in range(len(whole) - 4096)))
    assert "malformed" in refused(command, data, article)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_that_cannot_be_opened(command: str, tmp_path: Path, article: Path) -> None:
    (tmp_path / "dateline.sqlite").mkdir()
    assert "unable to open database file" in refused(command, tmp_path, article)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("found", ["0000", "", "zzzz", None])
def test_a_schema_that_nobody_has_written(command: str, found: str | None, data: Path, article: Path) -> None:
    with sqlite3.connect(data / "dateline.sqlite") as connection:
        if found is None:
            connection.execute("DELETE FROM alembic_version")
        else:
            connection.execute("UPDATE alembic_version SET version_num = ?", [found])
    connection.close()
    assert f"schema “{found or ''}”, which no Dateline has written" in refused(command, data, article)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("url", ["sqlite:////proc/no/such.sqlite", "postgresql://h:port/x", "nonsense"])
def test_an_address_that_cannot_be_opened(
    command: str, url: str, data: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DATABASE_URL", url)
    refused(command, data, article)


def test_a_folder_that_may_not_be_written_to(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "secret.key").unlink(missing_ok=True)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(data / "secret.key"))

    monkeypatch.setattr("webapp.settings._write_once", refuse)
    assert "secret.key cannot be used: Permission denied" in refused("serve", data, data)


@pytest.mark.parametrize("command", ["export", "rebuild"])
def test_a_folder_without_data_is_not_made(command: str, tmp_path: Path) -> None:
    result = dateline(command, "--data", tmp_path / "typo")
    assert result.exit_code == 1
    assert "There are no data of Dateline in" in result.stderr
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("arguments", [["ingest", ""], ["export", "--data", ""]])
def test_an_empty_path_is_not_the_folder_one_is_in(arguments: list[str]) -> None:
    result = dateline(*arguments)
    assert result.exit_code == 2
    assert "The path is empty." in result.stderr
