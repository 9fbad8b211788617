"""An auditor answers the checklist once, for two standards, and cites what was handed over."""

import re

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LEAD = "chenjing@zhongjian.example"
ANSWER = "抽查内审员资格三人，均在有效期内。"


def test_a_question_is_answered_once_and_stands_under_both_standards(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product)
    desk.sign_in(LEAD, role="审核组长")
    [audit] = [
        each
        for each in desk.rows("/api/programme/cases", search="华远")
        if each["state"] == "plan_accepted"
    ]
    path = f"/audits/{audit['id']}/checklists"
    question = desk.send(
        "POST",
        f"/api/programme/cases/{audit['id']}/checklist",
        text="内审员是否具备资格？",
        clauses=[{"scheme": "QMS", "clause": "9.2"}, {"scheme": "EMS", "clause": "9.2"}],
    )

    desk.visit(path.replace("checklists", "record"))
    page = desk.page
    card = page.get_by_role("article").filter(has_text="内审员是否具备资格？")
    card.get_by_role("button", name="回答").click()
    card.get_by_label("记录").fill(ANSWER)
    card.get_by_label("判断").click()
    page.get_by_title("符合", exact=True).click()
    card.get_by_label("引用证据").fill("校准")
    page.get_by_title(re.compile("计量器具校准台账")).click()
    card.get_by_label("记录").press("Control+Enter")
    card.get_by_text(ANSWER).wait_for()
    card.get_by_role("link", name=re.compile("计量器具校准台账")).wait_for()

    for scheme in ("QMS", "EMS"):
        page.get_by_role("button", name=f"按 {scheme} 条款阅读").click()
        report = page.get_by_role("dialog")
        report.get_by_text(ANSWER).wait_for()
        report.get_by_role("button", name="关闭").click()
        report.wait_for(state="hidden")

    card.get_by_role("button", name="修改").click()
    card.get_by_label("记录").fill(ANSWER + "（已核对证书）")
    card.get_by_role("button", name="记录", exact=True).click()
    card.get_by_role("button", name="共 2 个版本").click()
    card.get_by_text(ANSWER, exact=False).nth(1).wait_for()
    assert question["id"]
