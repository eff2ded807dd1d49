"""Try it: what is read of a text, and why, as a page, as htmx asks for it, and as JSON."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.views.reading import links, text, tree
from webapp.app import create_app
from webapp.services.trying import try_text
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.temporal.trace import Step
from webapp.views.tracing import sentences, told

SAID = "She came on Friday, and three days later she left. Two days before the talks, he called."
PUBLISHED = "16 November 2024"
LIVE = {"HX-Request": "true", "HX-Target": "answer", "HX-Trigger-Name": "text"}
LIVE_DATE = {**LIVE, "HX-Trigger-Name": "published"}


@pytest.fixture
def client(settings: Settings, store: Store) -> FlaskClient:
    """Nothing is asked of the store, which has no tables here."""
    return create_app(settings, store=store).test_client()


def _tried(
    client: FlaskClient, said: str, published: str = PUBLISHED, headers: dict[str, str] | None = None
) -> TestResponse:
    return client.get("/help/try", query_string={"text": said, "published": published}, headers=headers)


@pytest.mark.parametrize("headers", [{}, LIVE], ids=["page", "fragment"])
def test_each_expression_has_dates_attributes_and_sentences(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    response = _tried(client, SAID, headers=headers)
    assert response.status_code == 200
    shown = text(response)
    assert "3 time expressions, 1 waits for its event" in shown
    assert "“Friday”" in shown
    assert "Friday, 15 November 2024" in shown
    assert "It counts from the publication date, Saturday, 16 November 2024." in shown
    assert "No week is said." in shown
    assert "the nearest is taken. The words around it look back." in shown
    assert "It counts from a date named before it: “Friday”." in shown
    assert "From there it goes on 3 days." in shown
    assert "So the date is: Monday, 18 November 2024." in shown
    assert "Value 2024-11-18" in shown
    assert "Rule duration_later" in shown


def test_the_text_stands_whole_with_its_expressions_linked(client: FlaskClient) -> None:
    response = _tried(client, f"  <b>{SAID}\r\n\r\n& more")
    (shown,) = tree(response).xpath("//p[@class='tried stored']")
    assert shown.text_content() == f"  <b>{SAID}\n\n& more"
    found = links(response)
    assert (found["Friday"], found["three days later"]) == ("#t1", "#t2")
    assert tree(response).get_element_by_id("t3").text_content().startswith("\n")


def test_what_counts_from_an_event_waits_for_it(client: FlaskClient) -> None:
    shown = text(_tried(client, "Two days before the talks, he called."), "//section")
    assert "waits for its event" in shown
    assert "From there it goes back 2 days." in shown
    assert "It counts from an event, “talks”, not from a date." in shown
    assert "it gets its date when that event has one" in shown


def test_without_a_publication_date_it_stays_open(client: FlaskClient) -> None:
    shown = text(_tried(client, "He left two days ago.", ""))
    assert "needs a publication date" in shown
    assert "Give a publication date to count from." in shown


def test_fragment_is_the_answer_alone(client: FlaskClient) -> None:
    shown = _tried(client, SAID, headers=LIVE).get_data(as_text=True).strip()
    assert shown.startswith('<div id="answer"')
    assert shown.endswith("</div>")
    assert "<textarea" not in shown


def test_a_field_in_which_somebody_may_type_is_not_renewed(client: FlaskClient) -> None:
    assert 'name="published"' not in _tried(client, SAID, headers=LIVE).get_data(as_text=True)
    assert 'name="published"' in _tried(client, SAID, headers=LIVE_DATE).get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("31 February 2024", "there is no 31 February 2024"),
        ("soonish", "“soonish” is not read as a date"),
        ("2024", "“2024” is not one day"),
        ("9" * 500, "too long"),
    ],
)
def test_bad_date_is_told_beside_its_field_and_nothing_is_lost(
    client: FlaskClient, typed: str, message: str
) -> None:
    page = _tried(client, SAID, typed)
    assert page.status_code == 422
    assert message in tree(page).get_element_by_id("published-error").text_content()
    field = tree(page).get_element_by_id("published")
    assert (field.get("value"), field.get("aria-invalid")) == (typed, "true")
    assert field.get("aria-describedby") == "published-error"
    assert tree(page).get_element_by_id("text").text_content().strip() == SAID
    live = _tried(client, SAID, typed, LIVE_DATE)
    assert live.status_code == 200
    assert message in text(live)


def test_longer_text_is_kept_and_told(client: FlaskClient) -> None:
    long = "Today. " * 286
    page = _tried(client, long)
    assert page.status_code == 422
    assert "This text has 2,002 characters; up to 2,000 are read here." in text(page)
    assert tree(page).get_element_by_id("text").text_content().strip() == long.strip()
    assert "286 time expressions" not in text(page)
    assert _tried(client, long[:2000]).status_code == 200


def test_line_ends_of_a_form_are_not_counted_twice(client: FlaskClient) -> None:
    assert _tried(client, "a\r\n" * 1000).status_code == 200


def test_nothing_found_says_so(client: FlaskClient) -> None:
    response = _tried(client, "The sun may set.")
    assert "0 time expressions" in text(response)
    assert links(response)["Which times are read?"] == "/help/times"


def test_empty_page_offers_examples_that_all_work(client: FlaskClient) -> None:
    begun = client.get("/help/try")
    assert tree(begun).get_element_by_id("published").get("value")
    starters = [a.get("href", "") for a in tree(begun).xpath("//ul[contains(@class, 'starters')]//a")]
    assert len(starters) > 2
    for address in starters:
        assert "time expressions" in text(client.get(address))


def test_unchanged_page_is_304_and_carries_the_policy(client: FlaskClient) -> None:
    first = _tried(client, SAID)
    again = _tried(client, SAID, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert "unsafe" not in first.headers["Content-Security-Policy"]
    page = first.get_data(as_text=True)
    for forbidden in ("<style", " style=", " onclick=", "hx-on", "javascript:"):
        assert forbidden not in page
    fragment = _tried(client, SAID, headers={**LIVE, "If-None-Match": first.headers["ETag"]})
    assert fragment.status_code == 200


def test_json_holds_all_of_it(client: FlaskClient) -> None:
    answer = client.get("/help/try.json", query_string={"text": SAID, "published": PUBLISHED}).get_json()
    assert answer["published"] == "2024-11-16"
    friday, later, before = answer["timexes"]
    assert (friday["type"], friday["value"], friday["rule"]) == ("DATE", "2024-11-15", "weekday")
    assert SAID[friday["start"] : friday["end"]] == "Friday"
    assert (later["first"], later["basis"], later["reference"]) == ("2024-11-18", "mention", "Friday")
    assert (before["waits"], before["event"], before["first"]) == (True, "talks", None)
    direction = next(step for step in friday["trace"] if step["code"] == "direction")
    assert direction["values"] == {"direction": "nearest", "cue": "past"}


def test_json_refuses_with_the_field(client: FlaskClient) -> None:
    response = client.get("/help/try.json?text=today&published=never")
    assert (response.status_code, response.content_type) == (422, "application/problem+json")
    assert response.get_json()["errors"][0]["field"] == "published"


@pytest.mark.parametrize(
    "said", ["%ff%fe", "%00", "%F0%9F%98%80+yesterday", "a%0D%0Ab", "((((", "%3Cscript%3E"]
)
def test_any_text_gets_an_answer(client: FlaskClient, said: str) -> None:
    assert client.get(f"/help/try?text={said}&published=2024-11-16").status_code == 200


WORDS = [
    ("since 1982", "since 1982"),
    ("by the end of 1945", "by the end of 1945"),
    ("late June 1998", "late in June 1998"),
    ("late Friday", "late on Friday, 15 November 2024"),
    ("in post-1959 Cuba", "after 1959"),
    ("about six months ago", "about May 2024"),
    ("yesterday afternoon", "Friday, 15 November 2024, afternoon"),
    ("at 9 p.m.", "Saturday, 16 November 2024, 21:00"),
    ("for two years", "how long, not when"),
    ("every Friday", "how often, not when"),
    ("recently", "some time before, day not said"),
    ("44 BC", "44 BC"),
]


@pytest.mark.parametrize(("said", "words"), WORDS)
def test_dates_in_words(client: FlaskClient, said: str, words: str) -> None:
    assert text(_tried(client, said), "//*[contains(@class, 'timex-dates')]") == words


CHOSEN = [
    ("She goes on Friday, and will stay.", "look ahead"),
    ("It was gone by the end of 1945.", "“by” makes it the latest"),
    ("They met on November 4.", "No year is said; 2024 is filled in."),
    ("several years ago", "goes back some years"),
    ("two years", "It says how long, not when"),
]


@pytest.mark.parametrize(("said", "sentence"), CHOSEN)
def test_steps_read_as_sentences(client: FlaskClient, said: str, sentence: str) -> None:
    assert sentence in text(_tried(client, said), "//section//ol")


def test_unknown_step_is_not_lost(client: FlaskClient) -> None:
    (reading,) = try_text("yesterday", date(2024, 11, 16)).readings
    strange = type(reading)(
        **{name: getattr(reading, name) for name in reading.__slots__ if name != "steps"},
        steps=(*reading.steps, Step("lost_to", {"text": "last Friday"})),
    )
    with client.application.test_request_context():
        assert sentences(strange)[-1] == "lost to: last Friday"
        assert len(told(strange)) == len(strange.steps)
