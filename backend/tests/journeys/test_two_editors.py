"""Two people edit the same thing: who saves second is told, and chooses."""

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADMINISTRATOR = "linxiaofeng@zhongjian.example"


def test_the_second_editor_sees_what_changed_and_keeps_theirs(
    product: Installed, open_desk: OpenDesk
) -> None:
    first, second = open_desk(product), open_desk(product)
    for desk in first, second:
        desk.sign_in(ADMINISTRATOR)
        desk.visit("/settings")
        desk.page.get_by_label("地址").wait_for()
    _save_address(first, "广州市天河区科韵路 18 号")
    first.page.get_by_text("已保存").wait_for()

    _save_address(second, "广州市天河区科韵路 20 号")
    dialog = second.page.get_by_role("dialog")
    dialog.get_by_text("广州市天河区科韵路 18 号").wait_for()
    dialog.get_by_role("button", name="保留我的修改").click()
    second.page.get_by_role("button", name="保存").click()
    second.page.get_by_text("已保存").wait_for()

    first.visit("/settings")
    assert first.page.get_by_label("地址").input_value() == "广州市天河区科韵路 20 号"


def _save_address(desk: Desk, address: str) -> None:
    desk.page.get_by_label("地址").fill(address)
    desk.page.get_by_role("button", name="保存").click()
