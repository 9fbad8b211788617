"""A client fills in a survey on a telephone: nothing is lost without a line or by two browsers."""

import re

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import PHONE, Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MANAGER = "zhaominhua@zhongjian.example"
COORDINATOR = "wuqian@hongtai.example"
CAMPAIGN = "监督审核远程可行性调查"
TOUCH = 48


def test_a_survey_survives_a_tunnel_a_reload_and_a_second_browser(
    product: Installed, open_desk: OpenDesk
) -> None:
    phone = open_desk(product, size=PHONE)
    phone.sign_in(COORDINATOR)
    phone.page.get_by_role("link", name="填写").first.click()
    tool = phone.page.get_by_role("textbox", name="会议软件")
    tool.wait_for()
    address = phone.page.url
    assert lowest_target(phone) >= TOUCH

    phone.context.set_offline(True)
    tool.fill("腾讯会议")
    phone.page.get_by_text("填写内容已保存在本机").wait_for()
    phone.context.set_offline(False)
    phone.page.get_by_text(re.compile("已自动保存")).wait_for()
    phone.page.goto(address)
    phone.settle()
    assert tool.input_value() == "腾讯会议"

    desk = open_desk(product)
    desk.sign_in(COORDINATOR)
    desk.visit(address)
    desk.page.get_by_role("textbox", name="会议软件").fill("钉钉")
    desk.page.get_by_text(re.compile("已自动保存")).wait_for()
    tool.fill("飞书会议")
    dialog = phone.page.get_by_role("dialog")
    dialog.get_by_text("钉钉").wait_for()
    dialog.get_by_role("button", name="保留我的修改").click()
    phone.page.get_by_text(re.compile("已自动保存")).wait_for()
    desk.visit(address)
    assert desk.page.get_by_role("textbox", name="会议软件").input_value() == "飞书会议"


def test_the_manager_sees_how_far_a_campaign_has_come_and_reads_an_answer(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product)
    desk.sign_in(MANAGER)
    desk.visit("/surveys")
    desk.page.get_by_role("button", name=CAMPAIGN).click()
    desk.page.get_by_role("button", name="提醒未答复的 1 个客户").wait_for()
    desk.page.get_by_role("button", name="华远精密").click()
    desk.page.get_by_text(re.compile("由 李明 提交于")).wait_for()


def lowest_target(desk: Desk) -> float:
    """The height of the lowest thing that a finger must hit in the form."""
    heights: list[float] = desk.page.locator(
        "main .ant-checkbox-wrapper, main .ant-input, main .ant-radio-wrapper, main .ant-select"
    ).evaluate_all("found => found.map(each => each.getBoundingClientRect().height)")
    return min(heights)
