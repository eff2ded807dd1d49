"""Markdown: front matter off, the rest as written."""

import time
from datetime import date
from pathlib import Path

import pytest

from webapp.errors import BadInputError
from webapp.ingest import markdown
from webapp.text.document import Document

SAMPLE = Path(__file__).parent / "samples" / "ferry.md"


def test_sample_gives_front_matter_and_untouched_body() -> None:
    assert markdown.read(SAMPLE.read_bytes()) == Document(
        "# Ferry to Saltholm resumes\n\nThe ferry sailed again on **Tuesday**.  \nIt was late.\n\n",
        title="Ferry to Saltholm resumes",
        publisher="The Harbour Gazette",
        url="https://gazette.example/ferry",
        given_date=date(2023, 4, 6),
    )


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("# A heading\n\nText.", "A heading"),
        ("\n## A *second* heading ##\nText.", "A second heading"),
        ("A heading\n=========\nText.", "A heading"),
        ("Text.\n\n# Only later", ""),
        ("#hashtag\n\nText.", ""),
        ("---\n\nA rule, then text.\n\n---\n\nMore.", ""),
        ("---\ntitle: never closed\n\nText.", ""),
        ("\n---\ntitle: not at the top\n---\nText.", ""),
    ],
)
def test_without_front_matter_the_text_is_as_it_is(written: str, title: str) -> None:
    assert markdown.read(written.encode()) == Document(written, title=title)


def test_heading_is_the_title_where_front_matter_has_none() -> None:
    read = markdown.read(b"---\npublisher: The Bell\n---\n\n# Mill closes\n\nText.")
    assert (read.title, read.text) == ("Mill closes", "# Mill closes\n\nText.")


@pytest.mark.parametrize(
    ("front", "document"),
    [
        ("", Document("Text.")),
        ("title:\npublished:\n", Document("Text.")),
        ("Title: 'Quoted: twice'\n", Document("Text.", title="Quoted: twice")),
        ("# a comment\ntags:\n  - one\ntitle: Kept\n", Document("Text.", title="Kept")),
    ],
)
def test_front_matter(front: str, document: Document) -> None:
    assert markdown.read(f"---\n{front}---\n\nText.".encode()) == document


def test_windows_line_ends_in_front_matter() -> None:
    read = markdown.read(b"---\r\ntitle: Kept\r\n---\r\nText.\r\n")
    assert (read.title, read.text) == ("Kept", "Text.\r\n")


@pytest.mark.parametrize("typed", ["2024-02-31", "31 February 2024", "soon", "2024-13-01"])
def test_impossible_date_names_its_line(typed: str) -> None:
    with pytest.raises(BadInputError, match=r"note\.md, line 3: .* is not a date") as caught:
        markdown.read(f"---\ntitle: x\npublished: {typed}\n---\nText.".encode(), where="note.md")
    assert caught.value.field == "published"


def test_front_matter_alone_is_empty() -> None:
    with pytest.raises(BadInputError, match="is empty"):
        markdown.read(b"---\ntitle: x\n---\n")


def test_front_matter_that_is_never_closed_takes_no_time() -> None:
    written = "---\n" + "-a: b\n" * 100_000 + "end"
    start = time.perf_counter()
    assert markdown.read(written.encode()) == Document(written)
    assert time.perf_counter() - start < 2


def test_rule_at_the_very_end_closes_front_matter() -> None:
    with pytest.raises(BadInputError, match="is empty"):
        markdown.read(b"--- \ntitle: x\n\n--- ")
