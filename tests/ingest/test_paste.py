"""The form on the Add page."""

from datetime import date

import pytest

from webapp.errors import BadInputError
from webapp.ingest import paste
from webapp.text.document import Document


def test_all_fields() -> None:
    fields = {
        "text": "The talks began.\r\n\r\nThey went on.",
        "title": "  Talks   begin ",
        "publisher": "The Gazette",
        "url": "https://gazette.example/talks",
        "published": "2024-11-15",
    }
    assert paste.read(fields) == Document(
        "The talks began.\n\nThey went on.",
        title="Talks begin",
        publisher="The Gazette",
        url="https://gazette.example/talks",
        given_date=date(2024, 11, 15),
    )


def test_text_is_enough() -> None:
    assert paste.read({"text": " as typed \n"}) == Document(" as typed \n")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", "", "is empty"),
        ("text", " \r\n", "is empty"),
        ("text", "a\0b", "NUL characters"),
        ("published", "31 February 2024", "“31 February 2024” is not a date. Write a day such as 2024-11-15"),
        ("published", "2024-02-31", "is not a date"),
        ("published", "in June", "is not a date"),
        ("published", "x" * 400, "is not a date"),
        ("title", "x" * 501, "more than one line"),
        ("url", "javascript:alert(1)", "not a web address"),
        ("url", "example.org", "not a web address"),
    ],
)
def test_what_cannot_be_used_names_its_field(field: str, value: str, message: str) -> None:
    with pytest.raises(BadInputError, match=message) as caught:
        paste.read({"text": "Text.", field: value})
    assert caught.value.field == field
