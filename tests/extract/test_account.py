"""Every time expression has exactly one outcome, every report its very sentence, whatever the text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.marked import PUBLISHED, marked, reading_of
from webapp.extract.pipeline import read
from webapp.extract.reading import Reading
from webapp.extract.report import Outcome, Part
from webapp.text.document import Document

CORPORA = Path(__file__).parent.parent / "corpora"


def strings(value: Any) -> list[str]:
    """Every case of a table, however deep."""
    if isinstance(value, dict):
        return [text for key in value for text in strings(value[key])]
    return [text for item in value for text in ([item] if isinstance(item, str) else strings(item))]


def texts() -> list[str]:
    found: list[str] = []
    for path in sorted((CORPORA / "extract").glob("*.toml")):
        found += [marked(text).text for text in strings(tomllib.loads(path.read_text(encoding="utf-8")))]
    pages = tomllib.loads((CORPORA / "context" / "pages.toml").read_text(encoding="utf-8"))["pages"]
    return found + ["\n".join(line[2] if line else "" for line in page["lines"]) for page in pages]


TEXTS = texts()


def check(reading: Reading) -> None:
    check_account(reading)
    check_reports(reading)


def check_account(reading: Reading) -> None:
    spans = [row.timex.span for row in reading.account]
    assert spans == sorted(set(spans))
    assert all(row.timex.span.of(reading.document.text) == row.timex.text for row in reading.account)
    if reading.recognised is not None:
        seen = [c.span for found in reading.recognised.scanned.candidates for c in found]
        assert sorted(seen) == spans
    for row in reading.account:
        assert (row.outcome is Outcome.EVENT) <= (row.report is not None)
        assert (row.report is None) <= bool(row.reason)
        assert row.report is None or row.report < len(reading.reports)


def check_reports(reading: Reading) -> None:
    text, keys = reading.document.text, {actor.key for actor in reading.actors}
    sentences = {s.span for s in reading.sentences}
    for index, report in enumerate(reading.reports):
        citation = report.citation
        assert citation.quote == citation.span.of(text)
        assert citation.document == reading.document.hash
        assert citation.span in sentences
        assert citation.span.contains(report.clause)
        assert report.mention.text == report.mention.span.of(text)
        assert report.label
        assert {p.actor for p in report.participations} <= keys
        assert len({p.actor for p in report.participations}) == len(report.participations)
        assert all(p.part in tuple(Part) for p in report.participations)
        assert report.follows is None or report.follows < index


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t[:50])
def test_every_time_has_one_outcome_and_every_report_its_sentence(text: str) -> None:
    check(reading_of(text))


@pytest.mark.parametrize("text", TEXTS[::5], ids=lambda t: t[:50])
def test_nothing_changes_where_the_article_has_no_date(text: str) -> None:
    check(reading_of(text, published=None))


def test_all_texts_together_are_read() -> None:
    check(reading_of("\n\n".join(TEXTS)))


def test_reading_twice_says_the_same() -> None:
    text = "\n\n".join(TEXTS[:40])
    assert reading_of(text) == reading_of(text)


PIECES = st.sampled_from(
    [
        "Ada Finch", "Corin Vale", "met", "said that", "on 2 May 2024", "two days before the talks", ".", ",", "“", "”",
        "\n", "\n\n", "since 1998", "who", "he", "and", "the mayor", "will resign", "Finch-Vale talks", "© 2019", "1",
        "keep reading", "Related articles", "by", "of", "’s", "in", "the", "German", "\u2028", "(", ")", "2024",
        "yesterday",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map(" ".join))
def test_no_text_is_too_strange(text: str) -> None:
    check(read(Document(text, language="en", given_date=PUBLISHED)))
    check(read(Document(text, language="en")))


def test_empty_text_says_nothing() -> None:
    reading = read(Document(""))
    assert (reading.reports, reading.account, reading.actors, reading.sentences) == ((), (), (), ())


def test_text_in_another_language_is_not_read() -> None:
    text = "Am 3. Mai 2024 hat der Bürgermeister den Rat besucht und mit allen gesprochen. " * 5
    reading = read(Document(text, given_date=date(2024, 6, 1)))
    assert not reading.is_read
    assert (reading.reports, reading.account) == ((), ())
    assert reading.sentences
