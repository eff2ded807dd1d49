"""Help, and the time expressions that its page takes from the rules themselves."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.views.reading import links, text, tree
from webapp.services.trying import phenomena
from webapp.temporal.engine.grammar import grammar


def test_help_leads_to_both_pages(client: FlaskClient) -> None:
    found = links(client.get("/help"))
    assert (found["Try it"], found["Time expressions"]) == ("/help/try", "/help/times")
    assert links(client.get("/"))["Help"] == "/help"


def test_every_example_and_near_miss_of_every_rule_is_shown(client: FlaskClient) -> None:
    shown = text(client.get("/help/times"))
    assert "published on Wednesday, 20 November 2024" in shown
    for rule in grammar().rules:
        for phrase, value in rule.examples.items():
            assert " ".join(phrase.replace("[", "").replace("]", "").split()) in shown
            assert value in shown
        if rule.examples:
            assert all(phrase.replace("[", "").replace("]", "") in shown for phrase in rule.counter)


def test_each_set_of_rules_has_a_heading_and_a_way_to_it(client: FlaskClient) -> None:
    page = tree(client.get("/help/times"))
    headings = {h.get("id"): h.text_content() for h in page.iter("h2")}
    assert list(headings) == [phenomenon.name for phenomenon in phenomena()]
    assert all(
        name.replace("_", " ").capitalize() != told or name == "years" for name, told in headings.items()
    )
    named = [a.get("href", "") for a in page.xpath("//nav[@class='contents']//a")]
    assert named == [f"#{name}" for name in headings]


def test_examples_hold_the_value_their_rule_promises() -> None:
    for phenomenon in phenomena():
        for rule in phenomenon.rules:
            for example in rule.examples:
                assert " ".join(r.value for r in example.readings) == example.value
                assert "".join(piece.text for piece in example.pieces) == example.phrase


def test_near_misses_are_told_apart(client: FlaskClient) -> None:
    page = tree(client.get("/help/times"))
    shown = " ".join(page.get_element_by_id("day_month_year").text_content().split())
    assert "Day month year" in shown
    assert "15 November 2024 2024-11-15 Friday, 15 November 2024" in shown
    assert "Not read as a time: “10 may be enough”" in shown
    assert "Read by another rule: “31 June”" in shown


@pytest.mark.parametrize("rule", ["month_day_year", "weekday", "clock_alone"])
def test_phrases_open_under_try_it(client: FlaskClient, rule: str) -> None:
    part = tree(client.get("/help/times")).get_element_by_id(rule)
    for link in part.iter("a"):
        tried = client.get(link.get("href", ""))
        assert tried.status_code == 200
        assert link.text_content() in tree(tried).get_element_by_id("text").text_content()


def test_unchanged_page_is_304_without_inline_style(client: FlaskClient) -> None:
    first = client.get("/help/times")
    again = client.get("/help/times", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    for forbidden in ("<style", " style=", " onclick=", "hx-on"):
        assert forbidden not in first.get_data(as_text=True)
