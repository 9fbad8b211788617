"""What a browser has to fetch before it shows something, gzipped, in a real Chromium."""

import gzip
import tempfile
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

from demo.cast import BODY
from figures import figure
from launch.tests.installed import installed
from tests.journeys.desk import Desk

CHROMIUM = "/usr/bin/chromium"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with installed(Path(folder) / "var", demo=True) as product:
            desk = Desk(browser, product.origin)
            desk.sign_in(BODY.address(BODY.people[0]))
            figure("page_shell_and_home", fetched(desk, "/"), "KiB", "<=", 380)
            guest = Desk(browser, product.origin, size=(390, 844))
            figure("page_sign_in", fetched(guest, "/login"), "KiB", "<=", 380)
            figure("page_phone_entry", fetched(guest, "/m/x"), "KB", "<=", 80)
        browser.close()


def fetched(desk: Desk, path: str) -> float:
    """Kilobytes that a page's first visit takes: document, scripts, styles, answers of the API."""
    page = desk.context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    total = sum(len(gzip.compress(answer.body())) for answer in responses if answer.ok)
    page.close()
    return total / 1024


if __name__ == "__main__":
    main()
