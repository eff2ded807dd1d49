"""No page breaks an accessibility rule, by day or by night, on a desk or a phone."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/?actor=jonas-falk&actor=maria-stone&q=visited",
    "/?q=nothingofthekind",
    "/articles",
    "/articles/1",
    "/articles/1?added=new",
    "/articles/1/remove",
    "/articles/1/date?typed=2023-11-16",
    "/add",
    "/help",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_page_follows_the_rules(visit: Opener, path: str, scheme: Literal["light", "dark"]) -> None:
    _assert_sound(visit(path, color_scheme=scheme))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_event_follows_the_rules(visit: Opener, scheme: Literal["light", "dark"]) -> None:
    page = visit("/?q=telephoned", color_scheme=scheme)
    page.locator(".date a, .permalink").first.click()
    page.locator(".event").wait_for()
    _assert_sound(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_article_beside_the_list_follows_the_rules(visit: Opener, scheme: Literal["light", "dark"]) -> None:
    page = visit("/", color_scheme=scheme, viewport={"width": 1440, "height": 900})
    page.locator(".quote a").first.click()
    page.locator("#pane .cited").wait_for()
    page.get_by_text("Why this date?").first.click()
    page.locator(".why-body ol").wait_for()
    _assert_sound(page)


def test_phone_follows_the_rules(visit: Opener) -> None:
    page = visit("/", viewport={"width": 390, "height": 844})
    _assert_sound(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Filters").click()
    _assert_sound(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_empty_store_follows_the_rules(
    browser: Browser, bare_address: str, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme, base_url=bare_address)
    for path in ("/", "/articles", "/nowhere"):
        page.goto(path)
        _assert_sound(page)
    page.close()


def _assert_sound(page: Page) -> None:
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
