"""A live server over a temporary store, and the installed Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

from tests.browser.articles import CALL, CHRONICLE
from webapp.app import create_app
from webapp.services import documents
from webapp.settings import Settings
from webapp.store.database import Store
from webapp.store.migrate import migrate

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    own = shutil.which("chromium") or shutil.which("chromium-browser")
    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=own, args=flags)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Dateline answers with two articles in it."""
    yield from _serve(tmp_path_factory.mktemp("dateline"), filled=True)


@pytest.fixture(scope="session")
def bare_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Dateline answers with nothing in it."""
    yield from _serve(tmp_path_factory.mktemp("bare"), filled=False)


def _serve(folder: Path, *, filled: bool) -> Iterator[str]:
    settings = Settings(data=folder)
    store = Store.open(settings)
    migrate(store)
    if filled:
        documents.add_many(store, (CALL, CHRONICLE))
    server = create_server(create_app(settings, store=store), host="127.0.0.1", port=0, threads=8)
    thread = Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(server.close)  # closed by its own loop, which then ends
    thread.join(timeout=10)
    server.task_dispatcher.shutdown()
    store.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens a page in a window of its own; at the end, nothing may have complained in the console."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(base_url=address, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
