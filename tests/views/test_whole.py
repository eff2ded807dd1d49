"""From the pasted text to its page, over a real store."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.views.reading import links, text, tree
from webapp.app import create_app
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.store.migrate import migrate

ARTICLE = (
    "Anna Berg met Jonas Falk in Norhaven on 15 November 2024.\r\n\r\n"
    "Three days later, Anna Berg visited Iskar.\r\n\r\n"
    "4 minute read\r\n"
)
STORED = ARTICLE.replace("\r\n", "\n")
DATELESS = "The harbour is quiet.  Boats lie at the quay. Nobody hurries."
FINNISH = (
    "Kaupunginvaltuusto päätti eilen, että satama suljetaan. Päätös syntyi pitkän keskustelun jälkeen, "
    "eikä kukaan vastustanut sitä. Kalastajat ovat huolissaan tulevaisuudestaan.\n"
)


def _added(client: FlaskClient, **fields: str) -> str:
    response = client.post("/add", data=fields)
    assert response.status_code == 303
    return response.headers["Location"]


def test_pasting_lands_on_the_article_with_a_summary(real_client: FlaskClient) -> None:
    there = _added(real_client, text=ARTICLE, title="Two meet", publisher="The Lake Post")
    response = real_client.get(there)
    assert "2 dated events, 0 without a day" in text(response)
    assert "no date given; read from the text as" in text(response)
    assert tree(response).get_element_by_id("stored").text_content() == STORED


def test_every_event_opens_at_its_sentence(real_client: FlaskClient) -> None:
    _added(real_client, text=ARTICLE)
    events = real_client.get("/timeline.json").get_json()["events"]
    assert [event["date_start"] for event in events] == ["2024-11-15", "2024-11-18"]
    for event in events:
        cited = event["citation"]
        page = tree(real_client.get(f"/articles/{cited['document']}?cite={cited['start']}"))
        (mark,) = page.iter("mark")
        assert mark.text_content() == cited["quote"]
        assert STORED[cited["start"] :].startswith(cited["quote"])


def test_the_same_text_again_is_one_article(real_client: FlaskClient) -> None:
    first = _added(real_client, text=ARTICLE)
    again = _added(real_client, text=ARTICLE)
    assert first.split("?")[0] == again.split("?")[0]
    assert "nothing was added twice" in text(real_client.get(again))
    assert len(real_client.get("/articles.json").get_json()["articles"]) == 1


def test_text_without_a_date_is_kept_and_says_so(real_client: FlaskClient) -> None:
    response = real_client.get(_added(real_client, text=DATELESS))
    assert "We read all 3 sentences and found no date." in text(response)
    assert "No event in your 1 article yet." in text(real_client.get("/"))


def test_language_not_read_is_kept_and_says_so(real_client: FlaskClient) -> None:
    response = real_client.get(_added(real_client, text=FINNISH))
    assert "does not read the language of this article" in text(response)
    assert "in 1 article" in text(real_client.get("/?q=satama"))


def test_invalid_bytes_in_an_address_are_no_mistake_of_ours(real_client: FlaskClient) -> None:
    assert real_client.get("/?q=%ff%fe&from=%00").status_code == 422
    assert real_client.get("/?q=%22unbalanced+AND+(").status_code == 200
    assert real_client.get("/articles/99999999999999999999").status_code == 404
    assert real_client.get("/articles/1?cite=-7").status_code == 404


def test_correcting_the_date_moves_what_hangs_on_it_and_can_be_undone(real_client: FlaskClient) -> None:
    story = "On Tuesday, Anna Berg met Jonas Falk in Norhaven.\n"
    there = _added(real_client, text=story, published="15 November 2024").split("?")[0]
    assert _first_day(real_client) == "2024-11-12"
    assert "1 date would move" in text(real_client.get(f"{there}/date?typed=16+November+2023"))
    assert _first_day(real_client) == "2024-11-12"
    real_client.post(f"{there}/date", data={"typed": "16 November 2023"})
    assert _first_day(real_client) == "2023-11-14"
    page = tree(real_client.get(there))
    (undo,) = page.xpath("//form[contains(@action, '/undo/')]/@action")
    assert real_client.post(undo).status_code == 303
    assert _first_day(real_client) == "2024-11-12"
    twice = real_client.post(undo, headers={"Accept": "application/json"})
    assert (twice.status_code, twice.content_type) == (409, "application/problem+json")


def _first_day(client: FlaskClient) -> str:
    return str(client.get("/timeline.json").get_json()["events"][0]["date_start"])


def test_removing_says_what_goes_and_then_it_is_gone(real_client: FlaskClient) -> None:
    there = _added(real_client, text=ARTICLE).split("?")[0]
    assert "2 events go with it" in text(real_client.get(f"{there}/remove"))
    assert real_client.post(f"{there}/remove").status_code == 303
    assert real_client.get(there).status_code == 404
    assert "No articles yet." in text(real_client.get("/"))


def test_samples_come_and_go_with_one_button(settings: Settings, store: Store) -> None:
    migrate(store)
    client = create_app(settings, store=store).test_client()
    assert client.post("/samples").status_code == 303
    assert "five invented stories" in text(client.get("/"))
    listed = client.get("/articles")
    assert "Remove the sample articles" in text(listed)
    first = next(href for href in links(listed).values() if href.startswith("/articles/"))
    assert "sample article" in text(client.get(first))
    assert client.post("/samples/remove").status_code == 303
    assert "No articles yet." in text(client.get("/"))
