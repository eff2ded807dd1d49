from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.views import samples
from tests.views.reading import links, text


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_chain_reads_as_sentences(client: FlaskClient, headers: dict[str, str]) -> None:
    shown = text(client.get("/events/e4", headers=headers))
    assert "Why 13 November 2024?" in shown
    assert "The article says “Two days before the Brandt–Rojas call”." in shown
    assert "Two days before Friday 15 November 2024: Wednesday 13 November 2024." in shown
    assert "Not used: the article's own date (inferred, 15 November – 31 December 2024)." in shown
    assert "when the article that dates that event is given another date, both move" in shown
    assert "you are asked" not in shown
    assert "duration_before" in shown


def test_fragment_is_the_chain_alone(client: FlaskClient) -> None:
    shown = client.get("/events/e4", headers={"HX-Request": "true"}).get_data(as_text=True).strip()
    assert shown.startswith("<section")
    assert shown.endswith("</section>")


def test_page_names_reports_and_people(client: FlaskClient) -> None:
    response = client.get("/events/e4")
    shown = text(response)
    assert "Mayor and envoy talk for the first time in years" in shown
    assert "article dated 15 Nov – 31 Dec 2024, inferred" in shown
    assert links(response)["Ada Lindqvist"] == "/?actor=lind"
    assert "Early vote" in shown


def test_every_step_keeps_its_way_to_the_sentence(client: FlaskClient) -> None:
    here = f"/articles/1?cite={samples.CITED}#s{samples.CITED}"
    assert links(client.get("/events/e4"))["See the sentence →"] == here


def test_event_without_a_day_says_so(client: FlaskClient) -> None:
    assert "Why no day?" in text(client.get("/events/u1"))


def test_event_as_json(client: FlaskClient) -> None:
    page = client.get("/events/e4.json").get_json()
    assert page["card"]["first"] == "2024-11-13"
    assert page["card"]["granularity"] == "day"
    assert page["rule"] == "duration_before"
    assert page["chain"][2]["sentence"].startswith("Two days before Friday")
    assert page["chain"][2]["values"]["from_first"] == "2024-11-15"
