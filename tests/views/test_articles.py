from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.views import samples
from tests.views.reading import FRAGMENT, links, text, tree

CITED = f"/articles/1?cite={samples.CITED}"


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_text_is_the_stored_text(client: FlaskClient, headers: dict[str, str]) -> None:
    page = tree(client.get(CITED, headers=headers))
    assert page.get_element_by_id("stored").text_content() == samples.TEXT


def test_cited_sentence_is_marked_whole_and_is_the_anchor(client: FlaskClient) -> None:
    page = tree(client.get(CITED))
    (mark,) = page.iter("mark")
    assert mark.get("id") == f"s{samples.CITED}"
    assert mark.text_content().startswith("Two days before the Brandt–Rojas call, Governor")
    assert mark.text_content().endswith("by telephone.")


def test_a_place_inside_a_sentence_leads_to_the_sentence(client: FlaskClient) -> None:
    response = client.get(f"/articles/1?cite={samples.CITED + 5}&back=actor%3Dlind")
    assert response.status_code == 302
    there = f"/articles/1?cite={samples.CITED}&back=actor%3Dlind#s{samples.CITED}"
    assert response.headers["Location"] == there


def test_time_words_lead_to_their_events(client: FlaskClient) -> None:
    page = tree(client.get(CITED))
    assert page.xpath("//*[@id='stored']//a/@href") == ["/events/e4", "/events/e5"]


def test_what_stands_beside_the_story_says_what_it_is(client: FlaskClient) -> None:
    page = tree(client.get("/articles/1"))
    words = [p.get("data-word") for p in page.xpath("//p[@data-word]")]
    assert words == ["caption", "teaser of another story", "page furniture"]


def test_way_back_restores_the_filter(client: FlaskClient) -> None:
    found = links(client.get(f"{CITED}&back=actor%3Dlind%26from%3D2024%26junk%3D1"))
    assert found["‹ Timeline"] == "/?actor=lind&from=2024#e-e4"


def test_date_comes_with_its_evidence(client: FlaskClient) -> None:
    shown = text(client.get("/articles/1"))
    assert "Date 15 Nov – 31 Dec 2024, inferred" in shown
    assert "It tells “on November 15, 2024” as past, so it is not older" in shown
    assert "sample article" in shown


def test_account_says_what_became_of_every_time_expression(client: FlaskClient) -> None:
    shown = text(client.get("/articles/1"), "//*[@id='account']")
    assert "What became of all 5 time expressions" in shown
    assert "set aside: reading time" in shown
    assert "set aside: in the teaser of another story" in shown


def test_landing_sums_up(client: FlaskClient) -> None:
    shown = text(client.get("/articles/1?added=new"))
    assert "3 dated events, 2 without a day, 4 set aside" in shown
    assert "no date given; read from the text as 15 Nov – 31 Dec 2024" in shown
    assert "See them on the timeline" in shown


def test_unread_language_is_said(client: FlaskClient) -> None:
    shown = text(client.get("/articles/3"))
    assert "does not read the language of this article. It is kept and searchable" in shown


def test_correcting_a_date_shows_first_and_changes_then(client: FlaskClient) -> None:
    shown = text(client.get("/articles/1/date?typed=2023-11-16"))
    assert "Early vote 23 February 2025" in shown
    assert "23 February 2024" in shown
    assert "older than what it reports" in shown
    page = tree(client.get("/articles/1/date?typed=yesterday"))
    assert page.xpath("//input[@name='typed']/@value") == ["2023-11-16"]
    done = client.post("/articles/1/date", data={"typed": "2023-11-16"})
    assert (done.status_code, done.headers["Location"]) == (303, "/articles/1")
    assert "every date that hangs on it moved along" in text(client.get("/articles/1"))


def test_undo_is_offered_where_a_date_was_changed(client: FlaskClient) -> None:
    assert "Undo the change of date" in text(client.get("/articles/2"))
    assert client.post("/articles/2/undo/7").status_code == 303


def test_impossible_date_is_refused_beside_the_field(client: FlaskClient) -> None:
    response = client.get("/articles/1/date?typed=31+Feb+2024")
    assert response.status_code == 422
    field = tree(response).get_element_by_id("typed")
    assert field.get("value") == "31 Feb 2024"
    assert "There is no 31 February." in text(response, "//*[@id='typed-error']")


def test_removal_says_first_what_goes(client: FlaskClient) -> None:
    shown = text(client.get("/articles/1/remove"))
    assert "2 events go with it" in shown
    assert "1 event keeps another source" in shown
    assert client.post("/articles/1/remove").headers["Location"] == "/articles"


def test_list_says_what_each_article_gave(client: FlaskClient) -> None:
    shown = text(client.get("/articles"))
    assert "3 dated events 2 without a day 4 set aside" in shown
    assert "not a language Dateline reads" in shown
    assert "Remove the sample articles" in shown


def test_articles_as_json(client: FlaskClient) -> None:
    rows = client.get("/articles.json").get_json()["articles"]
    assert [row["id"] for row in rows] == [1, 2, 3]
    page = client.get(f"/articles/1.json?cite={samples.CITED}").get_json()
    assert page["row"]["title"] == samples.ROW.title
    assert page["evidence"][0]["first"] == "2024-11-15"
    assert set(page["row"]["publication"]["bounds"]) == {"first", "last"}
    assert page["row"]["publication"]["bounds"]["first"] == "2024-11-15"


def test_a_change_is_undone_only_at_its_own_article(real_client: FlaskClient) -> None:
    for words in ("Ada Berg met Ben Lund on 3 May 2024.", "Yesterday Cleo Dahl left Oslo."):
        real_client.post("/add", data={"text": words, "published": "2024-11-16"})
    real_client.post("/articles/2/date", data={"typed": "2024-11-20"})
    assert real_client.post("/articles/1/undo/1").status_code == 404
    assert "Undo the change of date" in text(real_client.get("/articles/2"))
    assert real_client.post("/articles/2/undo/1").status_code == 303


def test_what_is_typed_beside_a_text_that_is_there_is_not_lost(real_client: FlaskClient) -> None:
    body = {"text": "Yesterday Cleo Dahl left Oslo."}
    real_client.post("/add", data={**body, "publisher": "The Post", "published": "2024-11-16"})
    said = {**body, "title": "Dahl leaves", "publisher": "The Mail", "published": "20 November 2024"}
    landed = real_client.post("/add", data=said)
    assert landed.headers["Location"] == "/articles/1?added=again"
    shown = text(real_client.get(landed.headers["Location"]))
    assert "nothing was added twice" in shown
    assert "No title had been given; now it is “Dahl leaves”." in shown
    assert "was changed to 20 November 2024" in shown
    assert "It keeps its publisher The Post, not The Mail." in shown
    assert "Undo the change of date" in shown
