"""From scenes to a signed agreement: the manager decides, the client signs on a phone."""

import pytest
from launch.tests.installed import Installed
from playwright.sync_api import Page

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import PHONE, Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MANAGER, CLIENT = "zhaominhua@zhongjian.example", "wuqian@hongtai.example"


def test_a_decision_becomes_an_agreement_that_the_client_signs_on_a_phone(
    product: Installed, open_desk: OpenDesk
) -> None:
    office = open_desk(product)
    office.sign_in(MANAGER)
    path = tab_of(office, "宏泰")
    office.visit(path)
    page = office.page
    name_coordinator(page)
    prepare(page)

    page.get_by_label("混合 FS03").check()
    page.get_by_placeholder("决定与建议不同").fill("客户厂区封闭，先约定部分远程")
    page.get_by_role("button", name="作出决定").click()
    page.get_by_text("已决定：混合 FS03").wait_for()

    page.get_by_role("button", name="起草协议").click()
    page.get_by_role("button", name="发出供双方签署").click()
    agree(page, "赵敏华")
    page.get_by_text("待签署").wait_for()

    phone = open_desk(product, size=PHONE)
    phone.sign_in(CLIENT)
    phone.visit(path)
    agree(phone.page, "吴倩")
    phone.page.get_by_text("已生效").wait_for()
    page.get_by_text("已生效").wait_for()
    assert office.accessibility_violations() == []
    assert phone.accessibility_violations() == []


def tab_of(desk: Desk, client: str) -> str:
    rows = desk.context.request.get("/api/programme/cases?size=50").json()["items"]
    found = next(row["id"] for row in rows if row["client"].startswith(client))
    return f"/audits/{found}/feasibility"


def name_coordinator(page: Page) -> None:
    card = page.get_by_role("region", name="客户审核协调员")
    card.get_by_role("button", name="指定").click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_label("客户的人员").click()
    page.get_by_title("吴倩").click()
    drawer.get_by_role("button", name="指定").click()
    card.get_by_text("吴倩").wait_for()


def prepare(page: Page) -> None:
    """The contingency plan, with one number of each side."""
    card = page.get_by_role("region", name="应急预案")
    card.get_by_role("button", name="修改").click()
    drawer = page.get_by_role("dialog")
    for side, who, phone in (
        ("认证机构的电话", "赵敏华", "020-5550 0112"),
        ("客户的电话", "吴倩", "137 3333 0001"),
    ):
        group = drawer.get_by_role("group", name=side)
        group.get_by_role("button", name="添加联系人").click()
        group.get_by_label("姓名").fill(who)
        group.get_by_label("电话").fill(phone)
    drawer.get_by_label("由谁决定").fill("审核组长")
    dates = drawer.get_by_role("group", name="备用日期")
    dates.get_by_role("button", name="添加日期").click()
    dates.get_by_label("备用日期").fill("2030-01-15")
    drawer.get_by_role("button", name="保存").click()
    card.get_by_text("已备好").wait_for()


def agree(page: Page, name: str) -> None:
    """Read, typed and signed."""
    page.get_by_label("我已阅读协议").check()
    page.get_by_text("键入姓名", exact=True).click()
    page.get_by_label("签署人姓名").fill(name)
    page.get_by_role("button", name="签署协议").click()
