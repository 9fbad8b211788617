"""Audit time on screen: explained, tried out, taken over; a new edition of the rules released."""

import re

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MANAGER = "zhaominhua@zhongjian.example"


def test_a_manager_sees_why_tries_out_and_takes_over(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product)
    desk.sign_in(MANAGER)
    desk.visit(f"{_huayuan(desk)}/time")
    table = desk.page.get_by_role("table")
    for words in ("质量管理体系，有效人数 86", "一体化审核减少 20 %", "监督审核为初次认证的 1/3"):
        table.get_by_text(words).wait_for()

    desk.page.get_by_role("spinbutton", name="一体化程度").fill("50")
    table.get_by_text("一体化审核减少 10 %").wait_for()
    table.get_by_text("原 12").wait_for()
    desk.visit(f"{_huayuan(desk)}/time")
    table.get_by_text("一体化审核减少 20 %").wait_for()
    assert table.get_by_text("原 12").count() == 0

    desk.page.get_by_role("button", name="采用 4.5 人日").click()
    desk.page.get_by_text("已保存，计划和审核组以此为准").wait_for()
    desk.page.get_by_role("button", name="按当时的规则重算").click()
    desk.page.get_by_text("重算一致").wait_for()


def test_a_draft_shows_what_it_would_change(product: Installed, open_desk: OpenDesk) -> None:
    desk = open_desk(product)
    desk.sign_in(MANAGER)
    desk.visit("/rule-packs")
    desk.page.get_by_role("row", name=re.compile("2027（试行）")).get_by_role(
        "button"
    ).first.click()
    desk.page.get_by_text("remote_uplift_pct").first.wait_for()
    desk.page.get_by_text("4.5 → 5 人日").wait_for()
    assert desk.page.get_by_role("button", name=re.compile("^发布，自")).is_visible()


def _huayuan(desk: Desk) -> str:
    cases = desk.context.request.get("/api/programme/cases?mode=remote").json()["items"]
    return f"/audits/{cases[0]['id']}"
