"""Articles: added once, whole or not at all, listed, shown character for character, removed."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from tests import factories
from tests.factories import day, document
from webapp.context.segment import Role
from webapp.errors import BadInputError, NotFoundError, TooLargeError
from webapp.extract.reading import Reading
from webapp.services import documents, readings, timelines
from webapp.services.pages import DocumentPage
from webapp.store import tables
from webapp.store.database import Store
from webapp.text.document import Document, Marked
from webapp.text.span import Span
from webapp.timeline.filters import Filter

pytestmark = pytest.mark.usefixtures("toy")

_ONE = "On 2024-11-15 Ada met Ben about Cleo.\r\n\r\n  Yesterday Ada left.\n\nLater Ben spoke.\n"
_TWO = "In 2024-06 Ada spoke. On 2024-11-15 Ada met Ben about Cleo."


def _text(page: DocumentPage) -> str:
    return "".join("".join(run.text for run in block.runs) + block.gap for block in page.blocks)


def _tables(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in tables.Base.metadata.sorted_tables
        }


def test_an_article_is_on_the_timeline_at_once(store: Store) -> None:
    added = documents.add(store, document(_ONE, given_date=date(2024, 11, 16), title="One"))
    assert (added.was_there, added.row.title, added.row.events, added.row.undated) == (False, "One", 2, 1)
    cards = timelines.timeline(store, Filter()).cards
    assert [card.label for card in cards] == [
        "On 2024-11-15 Ada met Ben about Cleo", "Yesterday Ada left", "Later Ben spoke",
    ]  # fmt: skip


def test_the_same_text_twice_is_one_document(store: Store) -> None:
    first = documents.add(store, document(_ONE, title="One"))
    again = documents.add(store, document(_ONE, title="Another title"))
    assert (again.document, again.was_there, again.row.title) == (first.document, True, "One")
    assert len(documents.documents(store)) == 1


def test_the_same_text_twice_in_one_batch_is_one_document(store: Store) -> None:
    added = documents.add_many(store, [document(_ONE), document(_ONE)])
    assert [(item.document, item.was_there) for item in added] == [(1, False), (1, True)]


def test_a_batch_says_how_far_it_is(store: Store) -> None:
    done: list[int] = []
    documents.add_many(store, [document(_ONE), document(_TWO)], on_done=done.append)
    assert done == [1, 2]


def test_nothing_to_add_is_no_error(store: Store) -> None:
    assert documents.add_many(store, []) == ()


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("", BadInputError, "is empty"),
        (" \n\t ", BadInputError, "is empty"),
        ("abc\0def", BadInputError, "NUL characters"),
        ("ab\ud800c", BadInputError, "half a character"),
        ("x" * (5 * 1024 * 1024 + 1), TooLargeError, "5.01 MB, more than the 5 MB"),
        ("é" * (3 * 1024 * 1024), TooLargeError, "6 MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(
    store: Store, text: str, error: type[BadInputError], says: str
) -> None:
    with pytest.raises(error, match=says):
        documents.add(store, document(text))
    assert documents.documents(store) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "x\0y"), ("title", "x" * 3000), ("publisher", "\udfff"), ("url", "http://x\0")],
)
def test_fields_are_checked_too(store: Store, field: str, value: str) -> None:
    with pytest.raises(BadInputError) as caught:
        documents.add(store, document(_ONE, **{field: value}))
    assert caught.value.field == field


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "/relative", "//example.org", "http", "ftp://example.org"]
)
def test_an_address_that_is_none_of_the_web_becomes_no_link(store: Store, url: str) -> None:
    assert documents.add(store, document(_ONE, url=url)).row.url == ""


def test_a_bad_one_in_a_batch_leaves_none_of_it(store: Store) -> None:
    before = _tables(store)
    with pytest.raises(BadInputError):
        documents.add_many(store, [document(_ONE), document("")])
    assert _tables(store) == before


def test_a_failing_arrangement_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.add(store, document(_ONE))
    before = _tables(store)

    def fail(found: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(readings, "arrange_anew", fail)
    with pytest.raises(ZeroDivisionError):
        documents.add(store, document(_TWO))
    with pytest.raises(ZeroDivisionError):
        documents.remove(store, 1)
    assert _tables(store) == before


def test_everything_handed_in_is_kept(store: Store) -> None:
    whole = Document(
        text=_ONE,
        title="T",
        publisher="P",
        url="https://example.org/1",
        language="en",
        given_date=date(2024, 1, 2),
        metadata_date=date(2024, 1, 1),
        marked=(Marked(Span(0, 3), "caption"),),
    )
    documents.add(store, whole)
    with store.read() as connection:
        assert documents.find(connection, 1).document == whole


def test_a_language_that_is_not_read_is_kept_and_found(store: Store) -> None:
    added = documents.add(store, document("Mañana será otro día."))
    assert (added.row.is_read, added.row.events) == (False, 0)
    page = timelines.timeline(store, Filter(text="manana"))
    assert (page.cards, page.text_documents) == ((), 1)


def test_a_text_is_read_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def note(document: Document) -> Reading:
        read.append(document.text)
        return factories.read(document)

    monkeypatch.setattr(readings, "read_anew", note)
    for text in (_ONE, _TWO):
        documents.add(store, document(text))
    documents.remove(store, 1)
    assert read == [_ONE, _TWO]


def test_those_that_need_a_look_come_first(store: Store) -> None:
    documents.add(store, document(_ONE, title="dated", given_date=date(2024, 11, 16)))
    documents.add(store, document("Nothing here.", title="no event", given_date=date(2024, 11, 16)))
    documents.add(store, document(_TWO, title="inferred"))
    assert [row.title for row in documents.documents(store)] == ["inferred", "no event", "dated"]


def test_the_text_is_shown_character_for_character(store: Store) -> None:
    added = documents.add(store, document(_ONE, given_date=date(2024, 11, 16)))
    page = documents.document_page(store, added.document)
    assert _text(page) == _ONE
    assert [block.gap for block in page.blocks] == ["\r\n\r\n  ", "\n\n", "\n"]
    assert {block.role for block in page.blocks} == {Role.BODY}


def test_the_cited_sentence_and_what_stands_next_to_its_event(store: Store) -> None:
    documents.add(store, document(_ONE, given_date=date(2024, 11, 16)))
    start = _ONE.index("Yesterday")
    page = documents.document_page(store, 1, cite=start)
    assert (
        "".join(run.text for block in page.blocks for run in block.runs if run.cited) == "Yesterday Ada left."
    )
    assert page.cited_event
    assert page.before
    assert page.after
    assert [c.label[:9] for c in (page.before, page.cited_event, page.after)] == [
        "On 2024-1",
        "Yesterday",
        "Later Ben",
    ]


@pytest.mark.parametrize("cite", [None, -1, 10**9])
def test_citing_nowhere_marks_nothing(store: Store, cite: int | None) -> None:
    documents.add(store, document(_ONE))
    page = documents.document_page(store, 1, cite=cite)
    assert page.cited_event is None
    assert not any(run.cited for block in page.blocks for run in block.runs)


def test_every_time_expression_is_accounted_for(store: Store) -> None:
    documents.add(store, document(_ONE, given_date=date(2024, 11, 16)))
    page = documents.document_page(store, 1)
    assert [(row.text, row.first, bool(row.event)) for row in page.account] == [
        ("On 2024-11-15", day("2024-11-15"), True), ("Yesterday", day("2024-11-15"), True),
    ]  # fmt: skip
    marked = {run.timex: run.text for block in page.blocks for run in block.runs if run.timex >= 0}
    assert marked == {0: "On 2024-11-15", 1: "Yesterday"}


def test_evidence_says_where_the_date_comes_from(store: Store) -> None:
    documents.add(store, document(_ONE, given_date=date(2024, 11, 16)))
    page = documents.document_page(store, 1)
    assert [(row.kind, row.first) for row in page.evidence] == [("given", day("2024-11-16"))]


@pytest.mark.parametrize("document_id", [0, 7, -1, 10**30])
def test_an_article_that_is_not_there(store: Store, document_id: int) -> None:
    for ask in (documents.document_page, documents.removal, documents.remove):
        with pytest.raises(NotFoundError):
            ask(store, document_id)


def test_removal_says_what_goes_and_what_stays(store: Store) -> None:
    documents.add_many(store, [document(_ONE), document(_TWO)])
    removal = documents.removal(store, 2)
    assert [card.label for card in removal.going] == ["In 2024-06 Ada spoke"]
    assert [card.label for card in removal.keeping] == ["On 2024-11-15 Ada met Ben about Cleo"]


def test_removing_leaves_what_there_was_before(store: Store) -> None:
    documents.add(store, document(_ONE))
    before = timelines.timeline(store, Filter())
    added = documents.add(store, document(_TWO))
    documents.remove(store, added.document)
    assert timelines.timeline(store, Filter()) == before
    assert timelines.timeline(store, Filter(text="2024-06")).text_documents == 0


def test_an_address_never_leads_to_another_article(store: Store) -> None:
    documents.add(store, document(_ONE))
    documents.remove(store, 1)
    assert documents.add(store, document(_TWO)).document == 2


def test_all_at_once_or_one_by_one_is_the_same(store: Store) -> None:
    both = [document(_ONE), document(_TWO)]
    documents.add_many(store, both)
    together = timelines.timeline(store, Filter()).facets
    for added in (1, 2):
        documents.remove(store, added)
    for one in both:
        documents.add(store, one)
    assert timelines.timeline(store, Filter()).facets == together
