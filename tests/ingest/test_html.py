"""Web pages: what a reader sees, with what the page says of its parts and of itself."""

from datetime import date
from pathlib import Path

import pytest

from webapp.errors import BadInputError
from webapp.ingest import html
from webapp.text.document import Document

SAMPLE = Path(__file__).parent / "samples" / "ferry.html"
_XML = '<?xml version="1.0" encoding="utf-8"?>'


def body_of(markup: str) -> str:
    return html.read(f"<html><body>{markup}</body></html>".encode()).text


def parts_of(document: Document) -> list[tuple[str, str]]:
    return [(m.role, m.span.of(document.text)) for m in document.marked]


def test_sample_gives_its_visible_text_in_blocks() -> None:
    assert html.read(SAMPLE.read_bytes()).text.split("\n\n") == [
        "The Harbour Gazette",
        "Home",
        "Sport",
        "Ferry to Saltholm resumes",
        "The ferry to Saltholm sailed again on Tuesday,\nthree weeks after the storm.",
        "The ferry in 2019. Photo: A. Nyberg",
        "“We lost a month,” said Ingrid Vale & sons.",
        "Day\tSailings",
        "Tuesday\t4",
        "Read next",
        "Mayor resigns",
        "Last Friday the mayor resigned.",
        "Bridge opens",
        "About time.",
        "© 2021–2023 The Harbour Gazette",
    ]


def test_sample_marks_the_parts_that_the_page_declares() -> None:
    assert parts_of(html.read(SAMPLE.read_bytes())) == [
        ("furniture", "The Harbour Gazette"),
        ("furniture", "Home\n\nSport"),
        ("headline", "Ferry to Saltholm resumes"),
        ("caption", "The ferry in 2019. Photo: A. Nyberg"),
        ("teaser", "Read next"),
        ("teaser", "Mayor resigns\n\nLast Friday the mayor resigned."),
        ("teaser", "Bridge opens"),
        ("comment", "About time."),
        ("furniture", "© 2021–2023 The Harbour Gazette"),
    ]


def test_sample_gives_its_metadata() -> None:
    document = html.read(SAMPLE.read_bytes())
    assert document.title == "Ferry to Saltholm resumes"
    assert document.publisher == "The Harbour Gazette"
    assert document.url == "https://gazette.example/ferry-resumes"
    assert document.metadata_date == date(2023, 4, 6)
    assert document.given_date is None


@pytest.mark.parametrize(
    "markup",
    ["<p>Copyright 2012</p>", "<p>Today: March 3, 2022</p>", "<footer>© 2014-2025</footer><p>x</p>"],
)
def test_day_of_publication_is_never_guessed_from_the_text(markup: str) -> None:
    assert html.read(f"<html><body>{markup}</body></html>".encode()).metadata_date is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one <b>two</b> three", "one two three"),
        ("<div>loose<p>inside</p>after</div>", "loose\n\ninside\n\nafter"),
        ("<p>a<br><br>b", "a\n\nb"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<p>seen <span style='display: none'>not</span>too</p>", "seen too"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<form><p>in a form</p><button>Send</button></form>", "in a form\n\nSend"),
    ],
)
def test_layout(markup: str, text: str) -> None:
    assert body_of(markup) == text


def test_form_around_the_whole_page_is_not_furniture() -> None:
    page = b"<body><form><h1>News</h1><p>Text</p><aside>Subscribe</aside></form></body>"
    assert parts_of(html.read(page)) == [("headline", "News"), ("furniture", "Subscribe")]


def test_declared_encoding_is_used() -> None:
    page = "<html><head><meta charset='koi8-r'></head><body>В пятницу</body></html>"
    assert html.read(page.encode("koi8-r")).text == "В пятницу"


def test_xml_declaration_does_no_harm() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?><html><body><p>Über</p></body></html>'
    assert html.read(page.encode()).text == "Über"


def test_page_that_would_lose_text_by_its_nesting_is_refused() -> None:
    with pytest.raises(BadInputError, match="nests its parts too deeply"):
        html.read(b"<html><body>" + b"<div>" * 5000 + b"deep</body></html>")


def test_three_hundred_levels_lose_nothing() -> None:
    assert body_of("<div>" * 300 + "deep" + "</div>" * 300 + "<p>after</p>") == "deep\n\nafter"


@pytest.mark.parametrize("page", [b"", b"  \n", b"<html></html>", b"<script>1</script>", b"<!-- x -->"])
def test_page_without_visible_text_is_refused(page: bytes) -> None:
    with pytest.raises(BadInputError):
        html.read(page)


def test_one_line_of_many_megabytes_is_read() -> None:
    assert len(body_of("word " * 900_000)) == 4_499_999


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (_XML * 2 + "<html><body><p>Über</p>", "Über"),
        ("<body><p>one</p>" + _XML + "<p>two</p>", "one\n\ntwo"),
        ('<?xml version="1.0" encoding="utf-8"\n<html><body><p>never closed</p>', "never closed"),
    ],
)
def test_xml_declarations_in_odd_places(page: str, text: str) -> None:
    assert html.read(page.encode()).text == text


@pytest.mark.parametrize(
    "name",
    ["undefined", "unicode_escape", "raw_unicode_escape", "utf-7", "idna", "punycode", "utf-16", "rot13"],
)
def test_declared_encoding_that_is_none_for_pages_is_passed_over(name: str) -> None:
    page = f'<meta charset="{name}"><body><p>A caf\u00e9 \\ud800 +2AA- to the end.</p>'
    assert html.read(page.encode()).text == "A caf\u00e9 \\ud800 +2AA- to the end."


def test_half_a_character_is_refused_and_cuts_nothing_off() -> None:
    with pytest.raises(BadInputError, match="half a character"):
        html._tree("<p>before \ud800 after</p>", "page.html")


@pytest.mark.parametrize(
    "written",
    [
        "2024-02-30",
        "2024-02-31T25:99",
        "2024-04-31T10:00:00+01:00",
        "2024/02/30",
        "30.02.2024",
        "2024-02-00",
        "2024-02",
    ],
)
def test_impossible_day_in_the_metadata_is_ignored(written: str) -> None:
    page = f'<meta property="article:published_time" content="{written}"><title>T</title><body><p>x</p>'
    assert html.read(page.encode()).metadata_date is None
    assert (
        html.read(f'<body><p>x</p><time datetime="{written}">{written}</time>'.encode()).metadata_date is None
    )


@pytest.mark.parametrize(
    "written", ["2024-02-29", "2024-02-29T10:00:00.000+01:00", "29.02.2024", "29 February 2024"]
)
def test_day_in_the_metadata(written: str) -> None:
    page = f'<meta property="article:published_time" content="{written}"><body><p>x</p>'
    assert html.read(page.encode()).metadata_date == date(2024, 2, 29)
