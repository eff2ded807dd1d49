"""Which reader reads which file."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from webapp.errors import BadInputError, TooLargeError, WrongTypeError
from webapp.ingest.registry import read_path, read_upload

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("name", ["ferry.txt", "ferry.md", "ferry.html"])
def test_a_path_and_an_upload_give_the_same_document(name: str) -> None:
    path = SAMPLES / name
    assert read_path(path) == read_upload(name, path.read_bytes())


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("NOTE.TXT", b"<p>as it is</p>", "<p>as it is</p>"),
        ("page.HTM", b"<p>read</p>", "read"),
        ("page", b"<!DOCTYPE html><p>read</p>", "read"),
        ("page.txt", b"<!-- saved --><html><p>read</p></html>", "read"),
        ("note", b"plain", "plain"),
        ("a/../note.md", b"plain", "plain"),
    ],
)
def test_reader_by_name_and_content(name: str, data: bytes, text: str) -> None:
    assert read_upload(name, data).text == text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.pdf", b"%PDF-1.7"),
        ("report.txt", b"%PDF-1.7"),
        ("letter.docx", b"PK\x03\x04"),
        ("photo.jpg", b"\xff\xd8\xff\xe0"),
        ("table.csv", b"a,b"),
        ("program.exe", b"MZ"),
    ],
)
def test_wrong_type_says_what_is_read(name: str, data: bytes) -> None:
    with pytest.raises(WrongTypeError, match=r"\.txt.*\.md.*\.html"):
        read_upload(name, data)


def test_upload_over_the_limit() -> None:
    with pytest.raises(TooLargeError, match=r"big\.html has 10\.02 MB, more than the 10 MB"):
        read_upload("big.html", b"x" * 10_500_000)


def test_nul_bytes_and_empty_files_name_the_file() -> None:
    with pytest.raises(BadInputError, match=r"note\.txt holds NUL"):
        read_upload("C:\\docs\\note.txt", b"a\0b")
    with pytest.raises(BadInputError, match=r"note\.txt is empty"):
        read_upload("note.txt", b"")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        read_path(tmp_path / "gone.txt")
    with pytest.raises(BadInputError, match="cannot be read"):
        read_path(tmp_path)


def test_name_with_control_characters_is_not_repeated() -> None:
    with pytest.raises(BadInputError, match="The file is empty"):
        read_upload("a\x1b[31m.txt", b"")


@pytest.mark.parametrize(
    "data", [b"<!--a-->" * 200 + b"<p>x", b"<!--" * 500_000, b"<?xml" * 500_000, b" " * 2_000_000]
)
def test_looking_for_a_page_takes_no_time(data: bytes) -> None:
    start = time.perf_counter()
    with suppress(BadInputError):
        assert read_upload("a.txt", data).text == data.decode()
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "head", [b"<!--a--><!--b-->\n", b'<?xml version="1.0"?>\n<!-- saved -->', b"\xef\xbb\xbf \n"]
)
def test_page_behind_comments_is_a_page(head: bytes) -> None:
    assert read_upload("page.txt", head + b"<!doctype  html><p>read</p>").text == "read"
