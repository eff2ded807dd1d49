"""Try it answers while one types, keeps the text in its address, and works without script."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
ASKED = "/help/try?text=Two+days+before+the+talks+he+left;+on+Friday+he+came.&published=2024-11-16"
PAGES = ("/help/try", ASKED, "/help/times", "/help")


def test_it_answers_while_one_types(visit: Opener) -> None:
    page = visit("/help/try?text=&published=2024-11-20")
    page.get_by_label("The text").press_sequentially("They met two days ago", delay=15)
    expect(page.locator(".timex-dates")).to_have_text("Monday, 18 November 2024")
    expect(page.get_by_role("status").filter(has_text="1 time expression")).to_be_visible()
    expect(page).to_have_url(re.compile(r"text=They(\+|%20)met(\+|%20)two(\+|%20)days(\+|%20)ago"))
    page.get_by_label("The text").press_sequentially(" and on Friday.")
    expect(page.locator(".timex")).to_have_count(2)
    page.reload()
    expect(page.locator(".timex")).to_have_count(2)
    assert page.evaluate("history.length") <= 2


def test_another_publication_date_moves_the_dates(visit: Opener) -> None:
    page = visit("/help/try?text=yesterday&published=2024-11-20")
    page.get_by_label("Published on").fill("2 March 2024")
    page.get_by_label("Published on").press("Tab")
    expect(page.locator(".timex-dates")).to_have_text("Friday, 1 March 2024")
    expect(page.get_by_label("Published on")).to_have_value("2 March 2024")


def test_bad_date_is_told_at_once_and_mended(visit: Opener) -> None:
    page = visit("/help/try?text=yesterday&published=2024-11-20")
    field = page.get_by_label("Published on")
    field.fill("31 February 2024")
    field.press("Enter")
    expect(page.locator("#published-error")).to_contain_text("there is no 31 February 2024")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    expect(page.get_by_label("The text")).to_have_value("yesterday")
    field.fill("29 February 2024")
    field.press("Enter")
    expect(page.locator("#published-error")).to_have_count(0)
    expect(page.locator(".timex-dates")).to_have_text("Wednesday, 28 February 2024")


def test_the_same_without_script(visit: Opener) -> None:
    page = visit("/help/try", java_script_enabled=False)
    page.get_by_label("The text").fill("They met two days ago.\nShe left on Friday.")
    page.get_by_label("Published on").fill("20 November 2024")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".timex-dates").first).to_have_text("Monday, 18 November 2024")
    expect(page.get_by_label("The text")).to_have_value("They met two days ago.\nShe left on Friday.")
    page.get_by_role("link", name="Friday").click()
    expect(page.locator("#t2")).to_be_in_viewport()


def test_an_example_of_help_opens_under_try_it(visit: Opener) -> None:
    page = visit("/help")
    page.get_by_role("link", name="Time expressions").click()
    page.locator("#weekday .examples a").first.click()
    expect(page.locator(".timex-dates")).to_have_text("Friday, 15 November 2024")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_page_follows_the_rules(visit: Opener, path: str, scheme: Literal["light", "dark"]) -> None:
    _assert_sound(visit(path, color_scheme=scheme))


@pytest.mark.parametrize("path", PAGES)
def test_phone_follows_the_rules(visit: Opener, path: str) -> None:
    page = visit(path, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    _assert_sound(page)


def _assert_sound(page: Page) -> None:
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
