"""Every page as its user sees it: both languages, both themes, desk and phone.

Nothing on any of them may be inaccessible, cut off, untranslated, or ask anything off the host.
"""

import re
from itertools import product as every
from pathlib import Path
from typing import Any

import pytest
from launch.tests.installed import Installed

from tests.architecture.house import REPOSITORY
from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import DESKTOP, PHONE, Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADMINISTRATOR = "linxiaofeng@zhongjian.example"
REGULATOR = "hening@scjg.example"

LANGUAGES, THEMES, SIZES = ("zh-CN", "en-US"), (False, True), (DESKTOP, PHONE)
LOOKS = [
    pytest.param(
        {"language": language, "dark": dark, "size": size},
        id=f"{language}-{'dark' if dark else 'light'}-{size[0]}",
    )
    for language, dark, size in every(LANGUAGES, THEMES, SIZES)
]
Look = dict[str, Any]

OUTSIDE = "/login", "/login/provider-error", "/reset-password", "/invitation#nothing", "/m/nothing"
INSIDE = (
    "/",
    "/audits",
    "/people",
    "/organisations",
    "/sites",
    "/questions",
    "/journal",
    "/jobs",
    "/settings",
    "/import",
)
OWN = "/profile", "/security", "/nowhere"
DRAWERS = {
    "/people?person=": "/api/identity/people",
    "/organisations?organisation=": "/api/identity/organisations",
    "/sites?site=": "/api/programme/sites",
    "/audits/": "/api/programme/cases",
    "/jobs?job=": "/api/jobs",
}
WORDS = "|".join(file.stem for file in (REPOSITORY / "web/src/locales/zh").glob("*.ts"))
KEY = re.compile(rf"(?<![\w@./-])(?:{WORDS})\.[a-z]\w*(?:\.\w+)*")
"""A key of the dictionary that nobody translated; no address, and no file's name."""


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_whole_translated_and_accessible(
    product: Installed, open_desk: OpenDesk, tmp_path: Path, look: Look
) -> None:
    desk = open_desk(product, **look)
    blemishes = seen(desk, tmp_path, *OUTSIDE)
    desk.sign_in(ADMINISTRATOR)
    blemishes += seen(desk, tmp_path, *INSIDE, *OWN, *opened(desk))
    assert blemishes == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_first_day_is_whole_translated_and_accessible(
    empty_product: Installed, open_desk: OpenDesk, tmp_path: Path, look: Look
) -> None:
    assert seen(open_desk(empty_product, **look), tmp_path, "/setup") == []


@pytest.mark.parametrize("look", LOOKS[:: len(LOOKS) - 1])
def test_a_page_that_the_role_may_not_read_says_so(
    product: Installed, open_desk: OpenDesk, tmp_path: Path, look: Look
) -> None:
    desk = open_desk(product, **look)
    desk.sign_in(REGULATOR)
    assert seen(desk, tmp_path, "/", "/jobs", "/settings") == []
    assert desk.page.get_by_role("table").count() == 0


def opened(desk: Desk) -> list[str]:
    """The addresses that open the first row of each list beside it, and the tabs of an audit."""
    audit = "/audits/" + _first(desk, DRAWERS["/audits/"])
    tabs = [f"{audit}/{tab}" for tab in ("plan", "checklists")]
    return [*(page + _first(desk, path) for page, path in DRAWERS.items()), *tabs]


def _first(desk: Desk, path: str) -> str:
    return str(desk.context.request.get(f"{path}?size=1").json()["items"][0]["id"])


def seen(desk: Desk, pictures: Path, *paths: str) -> list[str]:
    """Everything that is wrong with these pages; a picture of each is kept."""
    blemishes = []
    for number, path in enumerate(paths):
        desk.visit(path)
        desk.page.locator("h1, h2").first.wait_for()
        desk.picture(pictures / f"{number:02}{re.sub(r'[^a-z]+', '-', path)[:30]}.png")
        blemishes += [f"{path}: {blemish}" for blemish in _blemishes(desk)]
    return blemishes


def _blemishes(desk: Desk) -> list[str]:
    text = desk.page.inner_text("body")
    wide = desk.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [
        *([f"{wide} px wider than the window"] if wide > 0 else []),
        *(f"untranslated: {key}" for key in KEY.findall(text)),
        *desk.accessibility_violations(),
    ]
