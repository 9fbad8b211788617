"""A plan is mended: moved by key and pointer, completed by a fix, taken back for ten seconds."""

import re

import pytest
from launch.tests.installed import Installed
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MANAGER = "zhaominhua@zhongjian.example"


def test_conflicts_of_a_plan_are_mended_with_keyboard_and_pointer(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product)
    desk.sign_in(MANAGER)
    desk.visit(f"/audits/{_case(desk, '宏泰电子')}/plan")
    page = desk.page
    expect(page.get_by_text("发布前还差 2 项").first).to_be_visible()
    bar = page.get_by_role("button", name=re.compile("^SMT 贴装"))
    assert "12:45–13:45" in _label(bar)

    bar.focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    expect(bar).to_have_attribute("aria-label", re.compile("12:15–13:30"))
    expect(page.get_by_text("已移动“SMT 贴装”")).to_be_visible()
    expect(page.get_by_text("发布前还差 1 项").first).to_be_visible()

    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_text("发布前还差 2 项").first).to_be_visible()

    _drag(desk, bar, hours=-0.5)
    expect(bar).to_have_attribute("aria-label", re.compile("12:15–13:15"))
    expect(page.get_by_text("发布前还差 1 项").first).to_be_visible()

    page.get_by_role("button", name="加到计划").click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("QMS 10.3")).to_be_visible()
    drawer.get_by_label("内容").fill("持续改进")
    drawer.get_by_label("开始").fill("12:00")
    drawer.get_by_label("结束").fill("12:15")
    drawer.get_by_label("审核员").click()
    page.locator(".ant-select-item-option", has_text="陈静").click()
    drawer.get_by_role("button", name="加到计划").click()
    expect(drawer).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("^持续改进"))).to_be_visible()
    expect(page.get_by_text("没有妨碍发出的问题")).to_be_visible()
    assert desk.accessibility_violations() == []


def _case(desk: Desk, client: str) -> str:
    cases = desk.context.request.get("/api/programme/cases?size=50").json()["items"]
    return next(str(case["id"]) for case in cases if case["client"] == client)


def _label(bar: Locator) -> str:
    return bar.get_attribute("aria-label") or ""


def _drag(desk: Desk, bar: Locator, *, hours: float) -> None:
    """By as many hours as the bar is long: the bar is one hour."""
    box = bar.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
    desk.page.mouse.move(x, y)
    desk.page.mouse.down()
    desk.page.mouse.move(x + hours * box["width"], y, steps=5)
    desk.page.mouse.up()
