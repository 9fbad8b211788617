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
MANAGER = "zhaominhua@zhongjian.example"

LANGUAGES, THEMES, SIZES = ("zh-CN", "en-US"), (False, True), (DESKTOP, PHONE)
LOOKS = [
    pytest.param(
        {"language": language, "dark": dark, "size": size},
        id=f"{language}-{'dark' if dark else 'light'}-{size[0]}",
    )
    for language, dark, size in every(LANGUAGES, THEMES, SIZES)
]
PAIRS = [LOOKS[0], LOOKS[3], LOOKS[5], LOOKS[6]]
"""Every pair of language, theme and size once: enough where pages are many."""
Look = dict[str, Any]

OUTSIDE = (
    "/login",
    "/login/provider-error",
    "/reset-password",
    "/invitation#nothing",
    "/apply",
    "/m/nothing",
)
INSIDE = "/", "/people", "/organisations", "/journal", "/jobs", "/settings", "/import"
OWN = "/profile", "/security", "/nowhere"
BESIDE = {
    "/people?person=": "/api/identity/people",
    "/organisations?organisation=": "/api/identity/organisations",
    "/jobs?job=": "/api/jobs",
}
PLANNING = (
    "/audits",
    "/surveys",
    "/surveys?view=surveys",
    "/sites",
    "/rule-packs",
    "/programmes",
    "/tools",
    "/training",
    "/training?tab=records",
    "/training?tab=courses",
    "/guides",
    "/schedule",
    "/competence",
    "/competence?view=matrix",
    "/impartiality",
    "/impartiality?view=declarations",
    "/applications",
    "/invoices",
    "/questions",
)
"""Pages of those who plan audits."""
PLANNED = {
    "/sites?site=": "/api/programme/sites",
    "/surveys/": "/api/programme/surveys",
    "/programmes/": "/api/programme/programmes",
    "/surveys/campaigns/": "/api/programme/surveys/campaigns",
    "/competence?qualification=": "/api/programme/qualifications",
    "/applications/": "/api/programme/applications",
    "/invoices/": "/api/programme/invoices",
    "/tools?tool=": "/api/programme/tools",
    "/guides?guide=": "/api/programme/guides",
}
"""Address → the list whose first row it opens."""
TABS = re.findall(r'path: "(.*?)"', (REPOSITORY / "web/src/app/caseTabs.ts").read_text())
WORDS = "|".join(file.stem for file in (REPOSITORY / "web/src/locales/zh").glob("*.ts"))
KEY = re.compile(rf"(?<![\w@./-])(?:{WORDS})\.[a-z]\w*(?:\.\w+)*")
"""A key of the dictionary that nobody translated; no address, and no file's name."""


@pytest.mark.parametrize("look", PAIRS)
def test_every_page_is_whole_translated_and_accessible(
    product: Installed, open_desk: OpenDesk, tmp_path: Path, look: Look
) -> None:
    desk = open_desk(product, **look)
    blemishes = seen(desk, tmp_path, *OUTSIDE)
    desk.sign_in(ADMINISTRATOR)
    blemishes += seen(desk, tmp_path, *INSIDE, *OWN, *opened(desk, BESIDE))
    assert blemishes == []


@pytest.mark.parametrize("look", PAIRS)
def test_every_page_of_planning_is_whole_translated_and_accessible(
    product: Installed, open_desk: OpenDesk, tmp_path: Path, look: Look
) -> None:
    desk = open_desk(product, **look)
    desk.sign_in(MANAGER)
    [audit] = desk.rows("/api/programme/cases", search="华远", state="open", size="1")
    tabs = [f"/audits/{audit['id']}/{tab}" for tab in TABS]
    blemishes = seen(desk, tmp_path, *PLANNING, *opened(desk, PLANNED), *packs(desk), *tabs)
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


def opened(desk: Desk, lists: dict[str, str]) -> list[str]:
    """The addresses that open the first row of each list."""
    return [page + desk.rows(path, size="1")[0]["id"] for page, path in lists.items()]


def packs(desk: Desk) -> list[str]:
    """A rule pack in force, and one that waits to be released."""
    listed = desk.context.request.get("/api/programme/rule-packs").json()
    draft = next(each["key"] for each in listed if each["state"] == "draft")
    return [f"/rule-packs/{draft}", f"/rule-packs/{listed[0]['key']}"]


def seen(desk: Desk, pictures: Path, *paths: str) -> list[str]:
    """Everything that is wrong with these pages; a picture of each is kept."""
    blemishes = []
    for number, path in enumerate(paths):
        desk.visit(path)
        desk.page.locator("h1, h2").first.wait_for()
        desk.settle()
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
