from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.views.reading import text
from webapp.app import create_app
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.views.guesses import Guesses

PAGES = ("/", "/articles", "/articles/1", "/events/e4", "/add", "/help", "/nothing", "/timeline.json")
POSTS = ("/add", "/add/files", "/samples", "/samples/remove", "/articles/1/remove", "/articles/1/date")


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "HX-Request" in headers["Vary"]


@pytest.mark.parametrize("address", PAGES[:6])
def test_no_page_holds_inline_script_or_style(client: FlaskClient, address: str) -> None:
    page = client.get(address).get_data(as_text=True)
    for forbidden in ("<style", " style=", " onclick=", "hx-on", "javascript:"):
        assert forbidden not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil", "[bad", ""])
def test_other_hosts_are_refused(client: FlaskClient, host: str) -> None:
    response = client.get("/timeline.json", headers={"Host": host})
    assert response.status_code == 400
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("host", ["localhost", "localhost:5000", "127.0.0.1:8000", "[::1]:5000"])
def test_loopback_hosts_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("address", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_posts_from_other_sites_change_nothing(
    client: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    response = client.post(address, headers=headers)
    assert response.status_code == 403
    assert "Nothing was changed." in text(response)


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}])
def test_own_posts_answer_with_303(client: FlaskClient, headers: dict[str, str]) -> None:
    assert client.post("/articles/1/remove", headers=headers).status_code == 303


@pytest.mark.parametrize("address", POSTS)
def test_get_never_changes_anything(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code in (200, 405)


def test_unchanged_page_is_304(client: FlaskClient) -> None:
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/?actor=lind", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


@pytest.fixture
def locked(settings: Settings, store: Store, app: Flask) -> FlaskClient:
    return create_app(replace(settings, password="open sesame"), store=store).test_client()


def test_password_stands_before_every_page(locked: FlaskClient) -> None:
    for address in PAGES[:6]:
        response = locked.get(address)
        assert response.status_code == 303
        assert response.headers["Location"].startswith("/sign-in")
    for address in ("/timeline.json", "/timeline.csv", "/articles.json"):
        assert locked.get(address, headers={"Accept": "text/html"}).status_code == 401
    assert locked.post("/samples/remove").status_code == 303
    with locked.get("/static/app.css") as sheet:
        assert sheet.status_code == 200


def test_right_password_opens_and_leads_on(locked: FlaskClient) -> None:
    wrong = locked.post("/sign-in", data={"password": "sesame", "to": "/articles"})
    assert wrong.status_code == 422
    assert "This is not the password." in text(wrong)
    right = locked.post("/sign-in", data={"password": "open sesame", "to": "/articles"})
    assert right.headers["Location"] == "/articles"
    cookie = right.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert locked.get("/articles").status_code == 200


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/\\evil.example", "/\\[", "", "add"]
)
def test_signing_in_never_leads_elsewhere(locked: FlaskClient, to: str) -> None:
    response = locked.post("/sign-in", data={"password": "open sesame", "to": to})
    assert response.headers["Location"] == "/"


def test_a_session_ends_with_its_password(
    locked: FlaskClient, settings: Settings, store: Store, app: Flask
) -> None:
    right = locked.post("/sign-in", data={"password": "open sesame"})
    cookie = right.headers["Set-Cookie"].partition(";")[0]
    for password, status in (("open sesame", 200), ("another", 303)):
        client = create_app(replace(settings, password=password), store=store).test_client(use_cookies=False)
        assert client.get("/articles", headers={"Cookie": cookie}).status_code == status


def test_wrong_guesses_are_slowed_down(locked: FlaskClient) -> None:
    now = [0.0]
    locked.application.extensions["guesses"] = Guesses(clock=lambda: now[0])

    def guess(password: str, **environ: str) -> TestResponse:
        return locked.post("/sign-in", data={"password": password}, environ_base=environ)

    assert [guess("wrong").status_code for _ in range(7)] == [422] * 5 + [429] * 2
    waiting = guess("open sesame")
    assert (waiting.status_code, waiting.headers["Retry-After"]) == (429, "1")
    assert "Try again in 1 second." in text(waiting)
    assert guess("wrong", REMOTE_ADDR="192.0.2.7").status_code == 422
    now[0] = 1.0
    assert guess("wrong").status_code == 422
    assert guess("wrong").headers["Retry-After"] == "2"
    now[0] = 3.0
    assert guess("open sesame").status_code == 303
    assert [guess("wrong").status_code for _ in range(5)] == [422] * 5


def test_names_of_hosts_have_no_case(settings: Settings, store: Store, app: Flask) -> None:
    client = create_app(replace(settings, allowed_hosts=("Archive.Example",)), store=store).test_client()
    for host in ("archive.example", "ARCHIVE.example:5000"):
        assert client.get("/help", headers={"Host": host}).status_code == 200
