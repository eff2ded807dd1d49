"""`make screenshots`: the picture of the README, taken of the sample articles."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.served import served

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    browser_path = next((path for name in _NAMES if (path := shutil.which(name))), None)
    with (
        tempfile.TemporaryDirectory() as data,
        served(Path(data), "--seed") as server,
        sync_playwright() as drive,
    ):
        browser = drive.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
        page.goto(f"{server.address}?from=November+2024&certainly=1", wait_until="networkidle")
        page.get_by_text("Why this date?").first.click()
        page.wait_for_timeout(1000)
        page.screenshot(path=folder / "timeline.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "static/readme"))
