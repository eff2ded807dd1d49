"""The way a reader goes: filter, range, sentence, and back to the same place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.articles import CALL
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

DESK = {"width": 1100, "height": 800}  # too narrow for the article beside the list
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def _choose_and_narrow(page: Page, *, script: bool) -> None:
    page.get_by_role("checkbox", name="Jonas Falk").check()
    if not script:
        page.get_by_role("button", name="Apply the filters").click()
    expect(page).to_have_url(re.compile(r"actor="))
    expect(page.get_by_role("link", name="Jonas Falk remove")).to_be_visible()
    page.get_by_label("from", exact=True).fill("2016")
    page.get_by_label("to", exact=True).fill("May 2021")
    page.get_by_label("to", exact=True).press("Enter")
    expect(page).to_have_url(re.compile(r"from=2016&to=May\+2021"))
    expect(page).to_have_url(re.compile(r"actor="))
    expect(page.get_by_role("link", name="from 2016 remove")).to_be_visible()
    expect(page.locator(".year").first).to_have_text("2016")


# Where the page stands once it is back at a place, or after some two seconds; frames, as the policy forbids eval.
_SETTLED = """async place => {
  for (let frame = 0; frame < 120 && Math.abs(scrollY - place) >= 2; frame++) await new Promise(requestAnimationFrame);
  return scrollY;
}"""


_SETTLED_CARD = """async (card, top) => {
  const now = () => card.getBoundingClientRect().top;
  for (let frame = 0; frame < 120 && Math.abs(now() - top) >= 2; frame++) await new Promise(requestAnimationFrame);
  return now();
}"""


def test_filter_range_sentence_and_back(visit: Opener) -> None:
    page = visit("/", viewport=DESK)
    _choose_and_narrow(page, script=True)
    filtered = page.url
    card = page.locator(".card").nth(12)
    words = card.locator(".quote").inner_text()
    card.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 0
    card.locator(".quote a").click()
    expect(page).to_have_url(re.compile(r"/articles/\d+\?cite="))
    expect(page.locator("mark.cited")).to_have_text(words)
    expect(page.locator("mark.cited")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="‹ Timeline").click()
    expect(page.locator("#list")).to_be_visible()
    assert page.url.split("#")[0] == filtered
    assert abs(page.evaluate(_SETTLED, place) - place) < 2
    expect(page.get_by_role("checkbox", name="Jonas Falk")).to_be_checked()


def test_the_same_without_script(visit: Opener) -> None:
    page = visit("/", viewport=DESK, java_script_enabled=False)
    _choose_and_narrow(page, script=False)
    filtered = page.url
    card = page.locator(".card").nth(12)
    name = card.get_attribute("id")
    words = card.locator(".quote").inner_text()
    card.locator(".quote a").click()
    expect(page.locator("mark.cited")).to_have_text(words)
    expect(page.locator("mark.cited")).to_be_in_viewport()
    page.get_by_role("link", name="‹ Timeline").click()
    expect(page.get_by_role("checkbox", name="Jonas Falk")).to_be_checked()
    for part in ("actor=", "from=2016", "to=May+2021"):
        assert part in page.url
        assert part in filtered
    expect(page.locator(f"#{name}")).to_be_in_viewport()


def test_browser_back_returns_to_the_filter_before(visit: Opener) -> None:
    page = visit("/", viewport=DESK)
    before = page.locator(".card").count()
    page.get_by_role("checkbox", name="Maria Stone").check()
    expect(page).to_have_url(re.compile("actor="))
    expect(page.get_by_role("link", name="Maria Stone remove")).to_be_visible()
    page.go_back()
    expect(page.locator(".card")).to_have_count(before)
    expect(page.get_by_role("checkbox", name="Maria Stone")).not_to_be_checked()


def test_on_a_wide_screen_the_article_opens_beside_the_list(visit: Opener) -> None:
    page = visit("/", viewport=WIDE)
    card = page.locator(".card").nth(20)
    card.scroll_into_view_if_needed()
    here, place = page.url, page.evaluate("scrollY")
    card.locator(".quote a").click()
    cited = page.locator("#pane mark.cited")
    expect(cited).to_be_in_viewport()
    expect(cited).to_have_text(card.locator(".quote").inner_text())
    assert page.url == here
    assert abs(page.evaluate("scrollY") - place) < 120  # the list may rewrap, the place stays
    page.keyboard.press("Escape")
    expect(page.locator("#pane")).to_be_hidden()
    expect(card.locator(".quote a")).to_be_focused()


def test_back_closes_the_article_and_leaves_filter_and_place(visit: Opener) -> None:
    page = visit("/", viewport=WIDE)
    page.get_by_role("checkbox", name="Jonas Falk").check()
    expect(page.get_by_role("link", name="Jonas Falk remove")).to_be_visible()
    card = page.locator(".card").nth(20)
    card.scroll_into_view_if_needed()
    here, top = page.url, card.evaluate("e => e.getBoundingClientRect().top")
    card.locator(".quote a").click()
    expect(page.locator("#pane mark.cited")).to_be_in_viewport()
    assert abs(card.evaluate("e => e.getBoundingClientRect().top") - top) < 2
    expect(page.get_by_role("button", name="close")).to_be_in_viewport()
    expect(page.get_by_role("link", name="event before")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#pane")).to_be_hidden()
    assert page.url == here
    expect(page.get_by_role("checkbox", name="Jonas Falk")).to_be_checked()
    assert abs(card.evaluate(_SETTLED_CARD, top) - top) < 2
    page.go_forward()
    expect(page.locator("#pane mark.cited")).to_be_visible()


def test_way_back_stays_in_view_on_the_article_page(visit: Opener) -> None:
    page = visit("/", viewport=PHONE)
    page.locator(".card").nth(20).locator(".quote a").click()
    expect(page.get_by_role("link", name="‹ Timeline")).to_be_in_viewport()


def test_why_unfolds_in_place(visit: Opener) -> None:
    page = visit("/?q=telephoned", viewport=DESK)
    page.get_by_text("Why this date?").first.click()
    expect(page.locator(".why-body ol li").first).to_be_visible()
    expect(page.locator(".why-body h3").first).to_contain_text("Why")


def test_filters_open_in_a_sheet_on_a_phone_and_stay_open(visit: Opener) -> None:
    page = visit("/", viewport=PHONE)
    expect(page.get_by_label("Find a name")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("checkbox", name="Jonas Falk").check()
    expect(page).to_have_url(re.compile("actor="))
    expect(page.get_by_role("checkbox", name="Jonas Falk")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_label("Find a name")).to_be_hidden()


def test_keyboard_focus_stays_where_it_was(visit: Opener) -> None:
    page = visit("/", viewport=DESK)
    box = page.get_by_role("checkbox", name="Maria Stone")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("link", name="Maria Stone remove")).to_be_visible()
    expect(box).to_be_focused()
    expect(page.locator("#said")).to_contain_text("1 dated event")


def test_slash_goes_to_the_search_field(visit: Opener) -> None:
    page = visit("/", viewport=DESK)
    page.keyboard.press("/")
    expect(page.get_by_label("Search events and articles")).to_be_focused()
    page.keyboard.type("telephoned")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=telephoned$"))
    expect(page.locator(".card")).to_have_count(1)


def test_dragging_over_the_strip_asks_for_a_range(visit: Opener) -> None:
    page = visit("/", viewport=DESK)
    box = page.locator("#strip").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 30)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))


def test_strip_zooms_by_key_and_link(visit: Opener) -> None:
    page = visit("/", viewport=DESK)
    page.locator("body").press("+")
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to="))
    closer = page.url
    page.get_by_role("link", name="Zoom out").click()
    expect(page).not_to_have_url(closer)
    page.get_by_role("link", name="all", exact=True).click()
    expect(page).to_have_url(re.compile(r"/$"))


def test_article_shows_the_stored_text_character_for_character(visit: Opener) -> None:
    page = visit("/articles", viewport=DESK)
    page.get_by_role("link", name=CALL.title).click()
    assert page.locator("#stored").evaluate("e => e.textContent") == CALL.text
