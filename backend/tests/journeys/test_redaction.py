"""A client covers part of a picture before handing it over; the original is never sent."""

import hashlib
import re
from io import BytesIO

import pytest
from launch.tests.installed import Installed
from PIL import Image
from playwright.sync_api import FilePayload

from tests.journeys.conftest import OpenDesk
from tests.journeys.test_upload import audit_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CLIENT, LEAD = "liming@huayuan.example", "chenjing@zhongjian.example"
SIZE = (400, 200)


def checkered() -> bytes:
    """A picture like a QR code: no two neighbouring squares alike."""
    picture = Image.new("RGB", SIZE)
    picture.putdata(
        [
            (255, 255, 255) if (x // 10 + y // 10) % 2 else (200, 0, 0)
            for y in range(SIZE[1])
            for x in range(SIZE[0])
        ]
    )
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def test_what_was_covered_is_not_in_what_was_sealed(
    product: Installed, open_desk: OpenDesk
) -> None:
    original = checkered()
    client, leader = open_desk(product), open_desk(product)
    client.sign_in(CLIENT)
    case = audit_of(client)
    client.visit(f"/audits/{case}/evidence")
    page = client.page
    page.get_by_role("button", name="提交文件").click()
    picture: FilePayload = {"name": "badge.png", "mimeType": "image/png", "buffer": original}
    page.get_by_label("选择要遮盖的图片或录音").set_input_files(picture)
    dialog = page.get_by_role("dialog", name="遮盖 badge.png")
    dialog.get_by_role("button", name="添加遮盖").click()
    dialog.get_by_role("button", name="遮盖 1", exact=True).press("Shift+ArrowRight")
    dialog.get_by_role("textbox", name="遮盖理由").fill("员工证件号")
    dialog.get_by_role("button", name="使用遮盖后的副本").click()
    page.get_by_text("已封存 1/1").wait_for()

    leader.sign_in(LEAD, role="审核组长")
    leader.visit(f"/audits/{case}/evidence")
    row = leader.page.get_by_role("row").filter(has_text="badge-redacted.png").first
    row.get_by_text("已保管").wait_for()
    row.get_by_role("button", name=re.compile("badge-redacted")).click()
    drawer = leader.page.get_by_role("dialog")
    drawer.get_by_text("图片遮盖 1 处").wait_for()
    drawer.get_by_text("员工证件号").wait_for()
    drawer.get_by_text(hashlib.sha256(original).hexdigest()).wait_for()
    drawer.get_by_label("比对原件").last.set_input_files(picture)
    drawer.get_by_text("一致：此文件就是遮盖前的原件。").wait_for()
    drawer.get_by_role("button", name="查看").click()
    with leader.page.expect_download() as saved:
        drawer.get_by_role("link", name="下载").click()
    stored = Image.open(saved.value.path()).convert("RGB")
    assert stored.size == SIZE
    assert stored.crop((160, 80, 244, 120)).getcolors() == [(84 * 40, (0, 0, 0))]
    assert stored.getpixel((15, 5)) == (255, 255, 255)
