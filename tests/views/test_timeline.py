from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.views.reading import FRAGMENT, links, text, tree


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_counts_and_sentences_stand_in_page_and_fragment(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    shown = text(client.get("/", headers=headers))
    assert "6 dated events 3 without a day from 2 articles" in shown
    assert "Mayor Tomas Brandt held a telephone call with Elena Rojas on November 15, 2024" in shown
    assert "after 15 Nov 2024, day not said (3)" in shown
    assert "planned, as of Nov 2024" in shown
    assert "2 articles, 2 publishers" in shown
    assert "worked out from “Brandt and Rojas speak by telephone”" in shown


def test_fragment_is_one_element_without_the_frame(client: FlaskClient) -> None:
    body = client.get("/", headers=FRAGMENT).get_data(as_text=True).strip()
    assert body.startswith("<form")
    assert body.endswith("</form>")
    assert "masthead" not in body


def test_going_back_in_history_gets_the_whole_page(client: FlaskClient) -> None:
    headers = FRAGMENT | {"HX-History-Restore-Request": "true"}
    assert "<!doctype html>" in client.get("/", headers=headers).get_data(as_text=True)


def test_fragment_pushes_the_address_without_empty_fields(client: FlaskClient) -> None:
    response = client.get("/?actor=brandt&from=&to=&q=&find=x", headers=FRAGMENT)
    assert response.headers["HX-Push-Url"] == "/?actor=brandt"


def test_finding_a_name_narrows_the_names_only(client: FlaskClient) -> None:
    headers = {"HX-Request": "true", "HX-Target": "names"}
    response = client.get("/?find=roj", headers=headers)
    assert "HX-Push-Url" not in response.headers
    names = text(response, "//*[@id='names']")
    assert "Elena Rojas" in names
    assert "Brandt" not in names


def test_years_months_and_days_are_in_order(client: FlaskClient) -> None:
    page = tree(client.get("/"))
    headings = [h.text_content() for h in page.xpath("//*[@id='list']//*[self::h2 or self::h3]")]
    assert headings == ["2022", "December", "2024", "June", "November", "2025", "February"]
    assert "some day in June" in page.text_content()


def test_choosing_an_actor_keeps_a_line_on_mere_mentions(client: FlaskClient) -> None:
    response = client.get("/?actor=rojas")
    assert "3 more events only mention Elena Rojas" in text(response)
    assert links(response)["show"] == "/?actor=rojas&mentions=1"


def test_chips_take_away_one_thing_each(client: FlaskClient) -> None:
    found = links(client.get("/?actor=brandt&status=planned&from=June+2024&offset=100"))
    assert found["Tomas Brandt × remove"] == "/?status=planned&from=June+2024"
    assert found["planned × remove"] == "/?actor=brandt&from=June+2024"


def test_every_sentence_leads_to_its_place_and_carries_the_filter(client: FlaskClient) -> None:
    page = tree(client.get("/?actor=lind"))
    hrefs = [a.get("href") for a in page.xpath("//*[contains(@class,'quote')]/a")]
    assert hrefs[0] == "/articles/1?cite=104&back=actor%3Dlind#s104"


def test_show_more_is_a_link(client: FlaskClient) -> None:
    assert links(client.get("/"))["Show 100 more"] == "/?show=200"


def test_two_actors_offer_all_or_any(client: FlaskClient) -> None:
    assert "any of them" in text(client.get("/?actor=brandt&actor=rojas"))
    assert "any of them" not in text(client.get("/?actor=brandt"))


def test_empty_answer_says_why_and_offers_ways_out(client: FlaskClient) -> None:
    response = client.get("/?actor=okoro&actor=rojas")
    assert "has Elena Rojas and Samuel Okoro both taking part." in text(response)
    found = links(response)
    assert found["Elena Rojas ×: 2 events"] == "/?actor=okoro"
    assert found["Any of them: 6 events"] == "/?actor=okoro&actor=rojas&match=any"


def test_text_search_counts_events_and_articles(client: FlaskClient) -> None:
    assert "“keys”: 1 event; in 2 articles" in text(client.get("/?q=keys"))


def test_range_says_how_many_may_lie_outside(client: FlaskClient) -> None:
    response = client.get("/?from=2024-11-01")
    assert "1 of these may lie outside the range" in text(response)
    assert links(response)["only those certainly within"] == "/?from=2024-11-01&certainly=1"


def test_same_address_as_json_and_csv(client: FlaskClient) -> None:
    data = client.get("/timeline.json?actor=lind").get_json()
    assert [event["date_start"] for event in data["events"]] == ["2024-11-13", None]
    assert [event["not_before"] for event in data["events"]] == [None, "2024-11-15"]
    lines = client.get("/timeline.csv?actor=lind")
    assert lines.mimetype == "text/csv"
    assert "Governor Ada Lindqvist spoke with Brandt by telephone." in lines.get_data(as_text=True)


def test_without_articles_there_are_three_doors(real_client: FlaskClient) -> None:
    response = real_client.get("/")
    assert "No articles yet." in text(response)
    assert "Nothing leaves this computer." in text(response)
    assert links(response)["Paste an article"] == "/add"
    assert "Load the sample articles" in text(response)
