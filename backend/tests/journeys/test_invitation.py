"""Somebody new: invited by an administrator, lets themselves in, and is seen at once."""

import pytest
from launch.tests.installed import Installed, eventually

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import PHONE
from tests.journeys.letters import invitation_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADMINISTRATOR = "linxiaofeng@zhongjian.example"
NEWCOMER = "duruoyan@zhongjian.example"


def test_an_invited_auditor_signs_in_and_the_list_says_so_by_itself(
    product: Installed, open_desk: OpenDesk
) -> None:
    office = open_desk(product)
    office.sign_in(ADMINISTRATOR)
    office.visit("/people")
    page = office.page
    page.get_by_role("button", name="邀请人员").click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_label("姓名").fill("杜若妍")
    drawer.get_by_label("邮箱").fill(NEWCOMER)
    drawer.get_by_label("角色").click()
    page.get_by_title("审核员", exact=True).click()
    drawer.get_by_role("button", name="发送邀请").click()
    drawer.get_by_text("邀请链接有效至").wait_for()
    page.keyboard.press("Escape")

    phone = open_desk(product, size=PHONE)
    phone.page.goto(eventually(lambda: invitation_to(product.data / "mail", NEWCOMER)))
    phone.page.locator("input[type=password]").fill("open sesame, auditor")
    phone.page.locator("button[type=submit]").click()
    phone.page.get_by_role("heading", name="杜若妍").wait_for()

    row = page.get_by_role("row").filter(has_text="杜若妍")
    row.get_by_text("可登录").wait_for()
