"""`dateline ingest`, `seed` and `rebuild`."""

from pathlib import Path

import pytest

from tests.cli.running import dateline

FIRST = "The council of Saltholm met on 3 March 2023. Mayor Ingrid Vale resigned on 5 March 2023."
SECOND = "On 9 April 2023 the ferry sailed again, said Ingrid Vale."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "articles" / "spring"
    inside.mkdir(parents=True)
    (inside / "one.txt").write_text(FIRST, encoding="utf-8")
    (inside.parent / "two.md").write_text(f"---\ntitle: Ferry\n---\n\n{SECOND}", encoding="utf-8")
    (inside / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (inside / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
    return inside.parent


def test_folders_are_read_whole(folder: Path) -> None:
    result = dateline("ingest", folder)
    assert result.exit_code == 0, result.output
    assert "2 added, 0 there already, 0 not added." in result.output


def test_the_same_again_adds_nothing(folder: Path) -> None:
    dateline("ingest", folder / "two.md")
    assert "1 added, 1 there already, 0 not added." in dateline("ingest", folder, folder / "two.md").output


def test_what_fails_is_listed_and_costs_nothing_of_the_rest(folder: Path) -> None:
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    (folder / "date.md").write_text("---\npublished: 2024-02-31\n---\nText.", encoding="utf-8")
    (folder / "nul.txt").write_bytes(b"a\0b")
    result = dateline("ingest", folder, folder / "spring" / "photo.jpg", folder / "gone.txt")
    assert result.exit_code == 1
    assert "2 added, 0 there already, 5 not added." in result.output
    for reason in (
        "5 of 7 could not be added",
        "empty.txt is empty",
        "date.md, line 2: “2024-02-31” is not a date",
        "nul.txt holds NUL bytes",
        "photo.jpg is a picture",
        "gone.txt cannot be read",
    ):
        assert reason in result.stderr
    assert "Traceback" not in result.output
    assert "2 there already" in dateline("ingest", folder / "two.md", folder / "spring" / "one.txt").output


def test_folder_without_articles(tmp_path: Path) -> None:
    result = dateline("ingest", tmp_path)
    assert result.exit_code == 1
    assert "No .txt, .md or .html file there." in result.stderr


def test_samples_are_loaded() -> None:
    assert "Sample articles loaded: " in dateline("seed").output


def test_rebuild_keeps_what_is_shown(folder: Path) -> None:
    dateline("ingest", folder)
    before = dateline("export").output
    assert dateline("rebuild").exit_code == 0
    assert dateline("export").output == before
