"""A remote audit gets its tool, its people and its place in the cycle, on screen."""

import re

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MANAGER = "zhaominhua@zhongjian.example"
CHECKER = "wanglei@zhongjian.example"
COORDINATOR = "liming@huayuan.example"


def signed_in(product: Installed, open_desk: OpenDesk, email: str) -> Desk:
    desk = open_desk(product)
    desk.sign_in(email)
    return desk


def test_a_tool_is_assessed_and_chosen(product: Installed, open_desk: OpenDesk) -> None:
    desk = signed_in(product, open_desk, MANAGER)
    page = desk.page
    desk.visit("/tools")
    page.get_by_role("button", name="登记工具").click()
    page.get_by_role("textbox", name="工具", exact=True).fill("清晰会议")
    page.get_by_role("button", name="登记", exact=True).click()
    page.get_by_role("button", name="评价", exact=True).click()
    for aspect in ("获取便利性", "易用性", "经济性", "安全性"):
        group = page.get_by_role("radiogroup", name=aspect)
        group.get_by_text("4", exact=True).click()
        page.get_by_label(f"{aspect}的依据").fill("试会记录")
    page.get_by_role("button", name="保存评价").click()
    page.get_by_role("dialog").get_by_text("4.00", exact=True).wait_for()
    audit = next(
        case
        for case in desk.context.request.get("/api/programme/cases").json()["items"]
        if case["mode"] == "remote"
    )
    desk.visit(f"/audits/{audit['id']}/ict")
    option = page.get_by_role("listitem").filter(has_text="清晰会议")
    option.get_by_role("button", name="选用").click()
    page.get_by_label("为什么不用建议的工具？").fill("客户当天停机维护")
    option.get_by_role("button", name="选用").click()
    option.get_by_text("已选定").wait_for()


def test_competence_is_declared_checked_and_confirmed(
    product: Installed, open_desk: OpenDesk
) -> None:
    checker = signed_in(product, open_desk, CHECKER)
    checker.visit("/training")
    checker.page.get_by_role("button", name="何子轩").click()
    drawer = checker.page.get_by_role("dialog")
    drawer.get_by_role("button", name="实操验证").click()
    drawer.get_by_role("checkbox").first.wait_for()
    for box in drawer.get_by_role("checkbox").all():
        box.check()
    drawer.get_by_label("怎样验证的").fill("试会中逐项演示")
    drawer.get_by_role("button", name="验证通过").click()
    drawer.get_by_text("待确认").wait_for()

    manager = signed_in(product, open_desk, MANAGER)
    manager.visit("/training")
    manager.page.get_by_role("button", name="何子轩").click()
    manager.page.get_by_role("button", name="确认能力").click()
    manager.page.get_by_role("dialog").get_by_text("已确认").wait_for()


def test_the_client_reads_how_to_prepare_the_workshop(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = signed_in(product, open_desk, COORDINATOR)
    desk.visit("/guides")
    desk.page.get_by_label("按任意文字搜索").fill("骨传导")
    desk.page.get_by_role("button", name=re.compile("准备车间")).click()
    desk.page.get_by_role("heading", name="审核前三天").wait_for()
    assert desk.page.get_by_role("button", name="编辑").count() == 0


def test_all_audits_of_a_cycle_are_opened_in_one_step(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = signed_in(product, open_desk, MANAGER)
    desk.visit("/programmes")
    running = desk.page.get_by_role("row").filter(has_text="宏泰电子").filter(has_text="执行中")
    running.get_by_role("button", name="宏泰电子").click()
    desk.page.get_by_text("证书必须暂停并上报").wait_for()
    desk.page.get_by_role("button", name=re.compile("开立尚缺的")).click()
    desk.page.get_by_role("button", name=re.compile("开立尚缺的")).wait_for(state="hidden")
    assert desk.page.get_by_role("link", name=re.compile(r"^R\d+")).count() == 3
