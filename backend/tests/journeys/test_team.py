"""A team is put together with reasons in sight, and the client has its say."""

import re

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MANAGER = "zhaominhua@zhongjian.example"
COORDINATOR = "wuqian@hongtai.example"


def test_a_lead_auditor_is_appointed_the_client_objects_and_is_answered(
    product: Installed, open_desk: OpenDesk
) -> None:
    office, client = open_desk(product), open_desk(product)
    office.sign_in(MANAGER)
    [programme] = office.rows("/api/programme/programmes", search="宏泰", state="running")
    audit = office.send(
        "POST",
        "/api/programme/cases",
        programme_id=programme["id"],
        kind="special",
        mode="hybrid",
    )
    path = f"/audits/{audit['id']}/team"

    office.visit(path)
    page = office.page
    candidates = page.get_by_role("region", name="候选人")
    candidates.get_by_role("listitem").first.wait_for()
    more = candidates.get_by_role("button", name=re.compile("显示全部"))
    if more.count():  # other journeys bring people with them
        more.click()
    barred = candidates.get_by_role("listitem").filter(has_text="王磊").first
    barred.get_by_text("利益冲突：咨询").wait_for()
    barred.get_by_text("不能安排").wait_for()
    suited = candidates.get_by_role("listitem").filter(has_text="陈静").first
    suited.get_by_role("button", name="加入审核组").click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_label("仍然安排的理由").fill("审前测试时确认工具能力")
    drawer.get_by_role("button", name="加入审核组").click()
    members = page.get_by_role("region", name="审核组成员")
    members.get_by_text("陈静").wait_for()
    page.get_by_text("已全部覆盖").wait_for()

    client.sign_in(COORDINATOR)
    client.visit(path)
    assert client.page.get_by_role("region", name="候选人").count() == 0
    client.page.get_by_role("button", name="提出异议").click()
    client.page.get_by_label(re.compile("对陈静有何异议")).fill("去年在同行企业任职")
    client.page.get_by_role("button", name="提交异议").click()
    client.page.get_by_text("待答复").wait_for()

    page.get_by_label("答复（客户会读到）").fill("已核实：该任职已于三年前结束。")
    page.get_by_role("button", name="维持该成员").click()
    client.page.get_by_text(re.compile("已核实：该任职已于三年前结束")).wait_for()

    members.get_by_role("button", name="移出").click()
    members.get_by_label("为什么移出？原因将记入日志。").fill("审核取消")
    members.get_by_role("button", name="移出").click()
    page.get_by_text("还没有审核组成员").wait_for()
    office.send("POST", f"/api/programme/cases/{audit['id']}/cancel", reason="客户撤回请求")
