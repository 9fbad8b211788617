"""One real installation for every journey: ``./run`` with the demo, and a real Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from launch.tests.installed import Installed, installed
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.desk import Desk

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """The demo installation; journeys share it and leave it usable for the next one."""
    with installed(tmp_path_factory.mktemp("journeys") / "data", demo=True) as running:
        yield running


@pytest.fixture(scope="session")
def empty_product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """An installation on its first day."""
    with installed(tmp_path_factory.mktemp("first-day") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_desk(chromium: Browser) -> Iterator[OpenDesk]:
    """Opens browsers at an installation; afterwards none of them may have met a fault."""
    desks: list[Desk] = []

    def open_one(at: Installed, **options: object) -> Desk:
        desks.append(Desk(chromium, at.origin, **options))  # type: ignore[arg-type]
        return desks[-1]

    yield open_one
    for desk in desks:
        desk.context.close()
        assert desk.faults == []
