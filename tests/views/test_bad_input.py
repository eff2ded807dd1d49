"""Bad input gets a clear answer and loses nothing: as a page, and as a problem object."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.views.reading import text, tree
from webapp.app import create_app
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.store.migrate import migrate

GONE = [
    ("/events/nosuch", "There is no such event"),
    ("/articles/99", "There is no"),
    ("/nowhere", "The article or event may have been removed"),
]


@pytest.mark.parametrize(("address", "message"), GONE)
def test_unknown_addresses(client: FlaskClient, address: str, message: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert message in text(page)
    problem = client.get(f"{address}.json")
    _assert_problem(problem.get_json(), problem.content_type, 404)
    assert client.get(address, headers={"Accept": "application/json"}).content_type.endswith("problem+json")


NONSENSE = [
    ("from=the+day+of+yore", "from", "“the day of yore” is not a date."),
    ("to=" + "9" * 500, "to", "is not a date."),
    ("from=2025&to=2024", "to", "The range ends before it begins."),
    ("status=perhaps", "status", "“perhaps” is not among the choices"),
    ("order=sideways", "order", "“sideways” is not among the choices"),
    ("show=many", "show", "“many” is not a number"),
    ("from=%C2%B2", "from", "“²” is not a date."),
    ("from=-5", "from", "“-5” is not a date."),
    ("to=UTC%2B99:99", "to", "“UTC+99:99” is not a date."),
    (
        "&".join(f"actor=x{n}" for n in range(51)),
        "actor",
        "At most 50 actors can be chosen at once; these are 51.",
    ),
    ("&".join(f"publisher=x{n}" for n in range(2000)), "publisher", "At most 50 publishers"),
]


@pytest.mark.parametrize(("query", "field", "message"), NONSENSE)
def test_nonsense_filters(client: FlaskClient, query: str, field: str, message: str) -> None:
    page = client.get(f"/?{query}")
    assert page.status_code == 422
    assert message in text(page)
    assert "dated event" in text(page)
    problem = client.get(f"/timeline.json?{query}")
    _assert_problem(problem.get_json(), problem.content_type, 422)
    assert problem.get_json()["errors"][0]["field"] == field
    assert client.get(f"/timeline.csv?{query}").status_code == 422


def test_what_was_typed_stays_in_its_field(client: FlaskClient) -> None:
    page = tree(client.get("/?from=nonsense&to=2024"))
    assert page.get_element_by_id("from").get("value") == "nonsense"
    assert page.get_element_by_id("from").get("aria-describedby") == "from-error"
    assert page.get_element_by_id("to").get("value") == "2024"


PASTED = [
    ({"text": ""}, 422, "text", "empty"),
    ({"text": "  \n "}, 422, "text", "empty"),
    ({"text": "\u200b\u200d\ufeff \u2060"}, 422, "text", "empty"),
    ({"text": "A\0B"}, 422, "text", "NUL"),
    ({"text": "Some words.", "published": "31 February 2024"}, 422, "published", "31 February 2024"),
    ({"text": "Some words.", "url": "example"}, 422, "url", "is not a web address"),
    ({"text": "x" * 6_000_000, "title": "Kept"}, 413, "text", "Add it in several parts."),
]


@pytest.mark.parametrize(("fields", "status", "field", "message"), PASTED)
def test_refused_text_stays_in_the_form(
    real_client: FlaskClient, fields: dict[str, str], status: int, field: str, message: str
) -> None:
    response = real_client.post("/add", data=fields)
    assert response.status_code == status
    assert message in text(response, f"//*[@id='{field}-error']")
    page = tree(response)
    assert page.get_element_by_id("title").get("value") == fields.get("title", "")
    if "\0" not in fields["text"]:
        assert (page.get_element_by_id("text").text or "").lstrip("\n") == fields["text"].lstrip("\n")
    assert real_client.get("/articles.json").get_json() == {"articles": []}


UPLOADED = [
    ("report.pdf", b"%PDF-1.7", 415, "PDF"),
    ("table.xlsx", b"PK\x03\x04", 415, "Dateline reads"),
    ("empty.txt", b"", 422, "empty"),
    ("big.txt", b"x" * 11_000_000, 413, "MB"),
    ("nul.txt", b"a\0b", 422, "NUL"),
]


@pytest.mark.parametrize(("name", "data", "status", "message"), UPLOADED)
def test_refused_files(real_client: FlaskClient, name: str, data: bytes, status: int, message: str) -> None:
    response = real_client.post("/add/files", data=_form_data(name, data), content_type=_MULTIPART)
    assert response.status_code == status
    assert message in text(response, "//*[@id='file-error']")
    assert real_client.get("/articles.json").get_json() == {"articles": []}


_MULTIPART = "multipart/form-data; boundary=part"


def _form_data(name: str, data: bytes) -> bytes:
    """As a browser sends it; the test client's own encoder leaves temporary files open."""
    head = f'--part\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return head.encode() + data + b"\r\n--part--\r\n"


def test_upload_without_a_file(real_client: FlaskClient) -> None:
    response = real_client.post("/add/files", data={})
    assert response.status_code == 422
    assert "No file was chosen." in text(response)


def test_far_too_much_at_once(real_client: FlaskClient) -> None:
    response = real_client.post("/add", data={"text": "x" * 60_000_000})
    assert response.status_code == 413
    assert "Nothing was saved." in text(response)


def test_wrong_method(client: FlaskClient) -> None:
    response = client.delete("/articles", headers={"Accept": "application/json"})
    _assert_problem(response.get_json(), response.content_type, 405)
    assert "GET" in response.headers["Allow"]


def test_own_mistake_is_admitted(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from webapp.services import timelines

    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the machine room")

    monkeypatch.setattr(timelines, "timeline", broken)
    response = client.get("/")
    assert response.status_code == 500
    assert "Dateline made a mistake" in text(response)
    assert "secret" not in text(response)
    problem = client.get("/timeline.json")
    _assert_problem(problem.get_json(), problem.content_type, 500)


def _assert_problem(body: dict[str, object], content_type: str, status: int) -> None:
    assert content_type == "application/problem+json"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]


@pytest.mark.parametrize("match", ["all", "any"])
@pytest.mark.parametrize(("number", "status"), [(50, 200), (998, 422)])
def test_many_actors(real_client: FlaskClient, match: str, number: int, status: int) -> None:
    query = "&".join(f"actor=x{n}" for n in range(number)) + f"&match={match}"
    for address in ("/", "/timeline.json", "/timeline.csv"):
        assert real_client.get(f"{address}?{query}").status_code == status


@pytest.mark.parametrize("typed", ["²", "15² November 2024", "①", "15 November 2024²", "٢"])
def test_day_in_odd_digits_is_refused_with_a_message(real_client: FlaskClient, typed: str) -> None:
    real_client.post("/add", data={"text": "Ada met Ben on 15 November 2024."})
    response = real_client.get("/articles/1/date", query_string={"typed": typed})
    assert response.status_code == 422
    assert f"“{typed}” is not read as a date of publication." in text(response)


def test_limits_are_those_of_the_settings(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, max_text_bytes=100, max_upload_bytes=200)
    own = Store.open(settings)
    migrate(own)
    client = create_app(settings, store=own).test_client()
    pasted = client.post("/add", data={"text": "x" * 101})
    assert pasted.status_code == 413
    assert "has 101 B, more than the 100 B" in text(pasted, "//*[@id='text-error']")
    upload = client.post("/add/files", data=_form_data("a.txt", b"x" * 201), content_type=_MULTIPART)
    assert "a.txt has 201 B, more than the 200 B" in text(upload, "//*[@id='file-error']")
    far = client.post("/add", data={"text": "x" * 100_000})
    assert "texts of up to 100 B and files of up to 200 B" in text(far)
    own.close()


def test_limits_may_be_raised(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, max_text_bytes=6 * 1024 * 1024, max_upload_bytes=12 * 1024 * 1024)
    own = Store.open(settings)
    migrate(own)
    client = create_app(settings, store=own).test_client()
    assert client.post("/add", data={"text": "x " * 2_700_000}).status_code == 303
    page = b"<!doctype html><p>Ada left.</p><!--" + b"x" * 11_000_000 + b"-->"
    upload = client.post("/add/files", data=_form_data("a.html", page), content_type=_MULTIPART)
    assert upload.status_code == 303
    own.close()


def _several(*files: tuple[str, bytes]) -> bytes:
    parts = b"".join(_form_data(name, data).removesuffix(b"--part--\r\n") for name, data in files)
    return parts + b"--part--\r\n"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bad.txt", b" ", "bad.txt is empty."),
        ("bad.pdf", b"%PDF-1.7", "bad.pdf is a PDF file"),
        ("bad.txt", b"x" * 5_500_000, "bad.txt"),
        (
            "bad.html",
            b"<title>" + b"x" * 3000 + b"</title><p>Text.",
            "bad.html: The title has 3,000 characters",
        ),
    ],
)
def test_one_bad_file_of_several(real_client: FlaskClient, name: str, data: bytes, reason: str) -> None:
    sent = _several(("good.txt", b"Ada met Ben."), (name, data), ("b.txt", b"Cleo spoke."))
    response = real_client.post("/add/files", data=sent, content_type=_MULTIPART)
    assert response.status_code in (413, 415, 422)
    message = text(response, "//*[@id='file-error']")
    assert reason in message
    assert "Nothing was added, none of the 3 files." in message
    assert real_client.get("/articles.json").get_json() == {"articles": []}


def test_the_same_file_twice_counts_once(real_client: FlaskClient) -> None:
    sent = _several(("a.txt", b"Ada met Ben."), ("copy.txt", b"Ada met Ben."), ("b.txt", b"Cleo spoke."))
    real_client.post("/add/files", data=sent, content_type=_MULTIPART)
    page = text(real_client.get("/articles"))
    assert "2 articles were added." in page
    assert "here already" not in page


@pytest.mark.parametrize("address", ["/add", "/add/files"])
def test_adding_answers_with_a_problem_where_json_is_asked_for(
    real_client: FlaskClient, address: str
) -> None:
    response = real_client.post(
        address, data={"text": "\u200b\u2060 \ufeff"}, headers={"Accept": "application/json"}
    )
    _assert_problem(response.get_json(), response.content_type, 422)
    assert response.get_json()["errors"][0]["field"] == ("text" if address == "/add" else "file")


def test_csv_is_kept_by_nobody_and_its_problems_are_told_as_json(client: FlaskClient) -> None:
    with client.get("/timeline.csv") as table:
        assert table.headers["Cache-Control"] == "private, no-store"
    response = client.get("/timeline.csv?from=2025&to=2024", headers={"Accept": "text/html"})
    _assert_problem(response.get_json(), response.content_type, 422)
