"""The first day of a certification body, through the browser, from nothing."""

from pathlib import Path

import pytest
from launch.tests.installed import Installed, eventually

from tests.journeys.conftest import OpenDesk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PASSWORD = "a first day to remember"


def test_a_body_is_founded_and_its_recovery_code_confirmed(
    empty_product: Installed, open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(empty_product)
    page = desk.page
    page.goto("/")
    page.wait_for_url("**/setup")
    code = empty_product.data / "run" / "setup-token"
    token = eventually(lambda: code.read_text() if code.exists() else "")

    page.get_by_label("设置码").fill("not the code")
    page.get_by_label("机构名称").fill("中鉴认证有限公司")
    page.get_by_label("批准号").fill("CNCA-R-2019-523")
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("姓名").fill("林晓峰")
    page.get_by_label("电子邮箱").fill("lin@zhongjian.example")
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name="建立机构").click()
    page.get_by_role("alert").wait_for()

    page.get_by_role("button", name="上一步").click()
    assert page.get_by_label("机构名称").input_value() == "中鉴认证有限公司"
    page.get_by_label("设置码").fill(token)
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="建立机构").click()

    code_list = page.get_by_role("list", name="恢复码")
    code_list.wait_for()
    groups = code_list.locator("code").all_inner_texts()
    assert len(groups) == 14
    page.get_by_role("button", name="已抄写").click()
    for label in page.locator("label").all():
        number = int("".join(filter(str.isdigit, label.inner_text())))
        page.get_by_label(label.inner_text()).fill(groups[number - 1].lower())
    page.get_by_role("button", name="核对并完成").click()
    page.wait_for_url(empty_product.origin + "/")
    page.get_by_role("heading", name="林晓峰").wait_for()

    assert not code.exists()
    desk.visit("/setup")
    page.get_by_text("本系统已完成首日设置").wait_for()
