"""An auditor commits, the client hands its list over, the sample is drawn and recomputed."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from launch.tests.installed import Installed
from playwright.sync_api import FilePayload

from demo.evidence_samples import inspections
from tests.journeys.conftest import OpenDesk
from tests.journeys.test_upload import CLIENT, LEAD, audit_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHAT = "首件检验记录"


def test_a_sample_is_committed_to_drawn_asked_for_and_recomputed(
    product: Installed, open_desk: OpenDesk, tmp_path: Path
) -> None:
    leader, client = open_desk(product), open_desk(product)
    leader.sign_in(LEAD, role="审核组长")
    case = audit_of(leader)
    leader.visit(f"/audits/{case}/evidence/samples")
    page = leader.page
    page.get_by_role("button", name="新建抽样").click()
    page.get_by_role("textbox", name="抽什么").fill(WHAT)
    page.get_by_role("button", name="承诺种子并索取清单").click()
    drawer = page.get_by_role("dialog").filter(has_text="种子承诺")
    drawer.get_by_text("封存中，抽取时公开").wait_for()

    client.sign_in(CLIENT)
    client.visit(f"/audits/{case}/evidence/samples")
    assert WHAT not in client.page.content()
    card = client.page.get_by_role("region").filter(has_text="第一列为唯一编号").last
    card.get_by_role("button", name="提交文件").click()
    file: FilePayload = {
        "name": "首件检验清单.csv",
        "mimeType": "text/csv",
        "buffer": inspections(120),
    }
    card.get_by_label("选择文件", exact=True).set_input_files([file])
    card.get_by_text(re.compile("已提交 1 件")).wait_for(timeout=60_000)

    drawer.get_by_text("120 行").first.wait_for(timeout=60_000)
    drawer.get_by_role("button", name="抽取", exact=True).click()
    drawer.get_by_role("button", name="发给客户").wait_for(timeout=60_000)
    client.page.reload()
    client.settle()
    assert WHAT not in client.page.content()

    drawer.get_by_role("button", name="在浏览器中复算").click()
    drawer.get_by_text("复算一致").wait_for(timeout=60_000)
    with page.expect_download() as saved:
        drawer.get_by_role("button", name="下载核验文件").click()
    with zipfile.ZipFile(saved.value.path()) as files:
        files.extractall(tmp_path)
    script = tmp_path / "recompute_sample.py"
    done = subprocess.run([sys.executable, "-I", script, tmp_path], capture_output=True, check=True)
    assert "the draw is as committed" in done.stdout.decode()

    drawer.get_by_role("button", name="发给客户").click()
    drawer.get_by_text("待提供").first.wait_for()
    client.page.get_by_text(WHAT).first.wait_for(timeout=20_000)
