"""A client hands files over for a request; they are sealed, examined, and opened by the auditor."""

import re

import pytest
from launch.tests.installed import Installed
from playwright.sync_api import FilePayload

from demo.evidence import PLAN
from demo.evidence_documents import MANUAL
from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LEAD, CLIENT = "chenjing@zhongjian.example", "liming@huayuan.example"
CONTENT = PLAN.encode() * 50_000
NAME = "内审检查表汇总.txt"


def test_files_are_handed_over_in_the_browser_and_opened_by_the_auditor(
    product: Installed, open_desk: OpenDesk
) -> None:
    client, leader = open_desk(product), open_desk(product)
    client.sign_in(CLIENT)
    case = audit_of(client)
    client.visit(f"/audits/{case}/evidence")
    page = client.page
    page.get_by_role("button", name="提交文件").click()
    files: list[FilePayload] = [
        {"name": NAME, "mimeType": "text/plain", "buffer": CONTENT},
        {"name": "空白.txt", "mimeType": "text/plain", "buffer": b""},
    ]
    page.get_by_label("选择文件", exact=True).set_input_files(files)
    page.get_by_text("已封存 2/2").wait_for()

    leader.sign_in(LEAD, role="审核组长")
    leader.visit(f"/audits/{case}/evidence")
    row = leader.page.get_by_role("row").filter(has_text=NAME).first
    row.get_by_text("已保管").wait_for()
    row.get_by_role("button", name=re.compile(NAME)).click()
    drawer = leader.page.get_by_role("dialog")
    drawer.get_by_role("button", name="查看").click()
    with leader.page.expect_download() as saved:
        drawer.get_by_role("link", name="下载").click()
    assert saved.value.path().read_bytes() == CONTENT
    drawer.get_by_role("button", name="核验").click()
    drawer.get_by_text("核验通过").wait_for()
    drawer.get_by_text("查看证据").first.wait_for()


def test_documents_are_leafed_through_without_being_saved(
    product: Installed, open_desk: OpenDesk
) -> None:
    leader = open_desk(product)
    leader.sign_in(LEAD, role="审核组长")
    page = leader.page
    leader.visit(f"/audits/{audit_of(leader)}/evidence?view=grid")
    manual = page.get_by_role("button", name=re.compile(MANUAL))
    manual.locator("img").wait_for(timeout=60_000)
    manual.click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_role("button", name="查看", exact=True).click()
    drawer.get_by_text("第 1 / 3 页").wait_for()
    drawer.get_by_role("application").press("PageDown")
    drawer.get_by_text("第 2 / 3 页").wait_for()
    drawer.get_by_role("button", name="下一页").click()
    drawer.get_by_role("img", name="第 3 / 3 页").wait_for()
    drawer.get_by_role("application").press("+")
    drawer.get_by_text("150%").wait_for()
    assert leader.accessibility_violations() == []

    leader.visit(f"/audits/{audit_of(leader)}/evidence?view=grid")
    page.get_by_role("button", name=re.compile("月度报废统计")).click()
    drawer.get_by_role("button", name="查看", exact=True).click()
    drawer.get_by_role("columnheader", name="报废率").wait_for()


def audit_of(desk: Desk) -> str:
    [audit] = [
        each
        for each in desk.rows("/api/programme/cases", search="华远")
        if each["state"] == "plan_accepted"
    ]
    return str(audit["id"])
