"""The end of evidence: the client ticks what may stay, two people approve, and it is gone."""

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import PHONE, Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CLIENT = "liming@huayuan.example"
QUALITY, ADMINISTRATOR = "xuwenting@zhongjian.example", "linxiaofeng@zhongjian.example"


def test_the_client_chooses_two_people_approve_and_the_certificate_is_there_to_take(
    product: Installed, open_desk: OpenDesk
) -> None:
    client = open_desk(product, size=PHONE)
    client.sign_in(CLIENT)
    orders = client.rows("/api/evidence/deletion-orders")
    asked = part_of(orders, "review")
    client.visit(asked)
    page = client.page
    page.get_by_role("checkbox", name="E-1").check()
    page.get_by_role("button", name="保存保留清单").click()
    page.get_by_text("已勾选 1 件").wait_for()
    page.get_by_text("销毁 2 件证据，留存 1 件").wait_for()
    page.get_by_role("button", name="确认清单并同意销毁").click()
    page.get_by_text("待批准", exact=True).wait_for()

    for email, word in ((QUALITY, "批准销毁"), (ADMINISTRATOR, "二次批准，立即销毁")):
        desk: Desk = open_desk(product)
        desk.sign_in(email)
        desk.visit(asked)
        desk.page.get_by_role("button", name=word).click()
    page.get_by_text("已销毁，等待备份到期").wait_for()
    page.get_by_text("E-2").wait_for(state="detached")

    client.visit(part_of(orders, "deleted"))
    with page.expect_download() as saved:
        page.get_by_role("link", name="下载销毁证明（PDF）").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF-1.7")


def part_of(orders: list[dict[str, object]], state: str) -> str:
    [order] = [each for each in orders if each["state"] == state]
    return f"/audits/{order['case_id']}/evidence/deletion"
