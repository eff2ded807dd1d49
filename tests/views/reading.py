"""What a reader sees of an answer: its text and its links, not its markup."""

from __future__ import annotations

from lxml import html
from werkzeug.test import TestResponse

FRAGMENT = {"HX-Request": "true", "HX-Target": "timeline"}


def tree(response: TestResponse) -> html.HtmlElement:
    return html.document_fromstring(response.get_data(as_text=True))


def text(response: TestResponse, within: str = "//body") -> str:
    """The visible text with single spaces."""
    return " ".join(" ".join(part.text_content() for part in tree(response).xpath(within)).split())


def links(response: TestResponse) -> dict[str, str]:
    """Addresses by the words of their links; the last of the same words wins."""
    return {" ".join(a.text_content().split()): a.get("href", "") for a in tree(response).iter("a")}
