"""The chat of the client's own tool: a timeline on the platform's clock, and a file in a bag."""

import re
import zipfile
from pathlib import Path

import bagit
import pytest
from launch.tests.installed import Installed
from playwright.sync_api import FilePayload

from tests.journeys.conftest import OpenDesk
from tests.journeys.test_upload import audit_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LEAD = "chenjing@zhongjian.example"
NAME, SAID = "会议聊天.csv", "请看炉号 7 的记录"
CONTENT = f"时间,发送人,消息内容\n2026-11-23 09:31:00,李明,{SAID}\n".encode()


def test_a_chat_of_another_tool_is_entered_read_and_downloaded(
    product: Installed, open_desk: OpenDesk, tmp_path: Path
) -> None:
    leader = open_desk(product)
    leader.sign_in(LEAD, role="审核组长")
    case = audit_of(leader)
    page = leader.page
    leader.visit(f"/audits/{case}/evidence/external")
    page.get_by_role("button", name="提交外部材料").click()
    page.get_by_role("combobox", name="材料种类").click()
    page.locator(".ant-select-item-option").filter(has_text="聊天记录").click()
    page.get_by_role("textbox", name="工具名称").fill("蓝海会议")
    page.get_by_role("textbox", name="导出人", exact=True).fill("李明")
    page.get_by_label("开始时间（按工具的时钟）").fill("2026-11-23T09:30")
    page.get_by_label("时钟修正（秒）").fill("30")
    page.get_by_role("status").filter(has_text="2026-11-23 09:30:30").wait_for()
    page.get_by_role("button", name="下一步：选择文件").click()
    chat: FilePayload = {"name": NAME, "mimeType": "text/csv", "buffer": CONTENT}
    page.get_by_label("选择文件", exact=True).set_input_files(chat)
    page.get_by_text("已封存 1/1").wait_for()

    leader.visit(f"/audits/{case}/evidence")
    row = page.get_by_role("row").filter(has_text=NAME).first
    row.get_by_text("已保管").wait_for()
    leader.visit(f"/audits/{case}/evidence/external")
    page.get_by_role("button", name=re.compile(NAME)).click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_text("外部来源").wait_for()
    drawer.get_by_role("button", name="解析").click()
    line = drawer.get_by_role("listitem").filter(has_text=SAID)
    line.get_by_text("2026-11-23 09:31:30").wait_for()

    leader.visit(f"/audits/{case}/evidence")
    page.get_by_role("row").filter(has_text=NAME).first.get_by_role("checkbox").check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载", exact=True).click()
    zipfile.ZipFile(saved.value.path()).extractall(tmp_path)
    [folder] = tmp_path.iterdir()
    bagit.Bag(str(folder)).validate()
    [file] = (folder / "data").iterdir()
    assert file.name.endswith(NAME)
    assert file.read_bytes() == CONTENT
