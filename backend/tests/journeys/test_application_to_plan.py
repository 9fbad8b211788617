"""From an application to an accepted audit plan: applicant, reviewer, manager, lead auditor."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from launch.tests.installed import Installed, eventually, installed
from playwright.sync_api import Locator, expect

from mingjian.programme.rules.applications import Check
from tests.journeys.conftest import OpenDesk
from tests.journeys.desk import Desk
from tests.journeys.letters import invitation_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REVIEWER, MANAGER, LEADER = (
    f"{mailbox}@zhongjian.example" for mailbox in ("sunli", "zhaominhua", "chenjing")
)
APPLICANT, CONTACT = "fangjing@mingyang.example", "方静"
COMPANY, CREDIT_CODE = "中山明扬精密零件有限公司", "91442000MA59JRNY10"
SCHEME, CODE = "QMS", "17.06"
APPLICATIONS, CASES = "/api/programme/applications", "/api/programme/cases"
FAR_AHEAD = date.today() + timedelta(days=45)  # noqa: DTZ011  (beyond every audit of the demo)
AUDIT_DAY = FAR_AHEAD + timedelta(days=(1 - FAR_AHEAD.weekday()) % 7)
"""A Tuesday."""


@pytest.fixture
def product(tmp_path: Path) -> Iterator[Installed]:
    """A demo of its own: what this journey founds would change the first rows of other pages."""
    with installed(tmp_path / "data", demo=True) as running:
        yield running


def test_an_application_becomes_a_plan_that_the_client_accepts(
    product: Installed, open_desk: OpenDesk
) -> None:
    applicant, reviewer, office, leader = (open_desk(product) for _ in range(4))
    apply(applicant)

    reviewer.sign_in(REVIEWER)
    application = f"{APPLICATIONS}/{found(reviewer, APPLICATIONS)}"
    accept_application(reviewer, application)

    office.sign_in(MANAGER)
    make_contract(office, application)
    sign_both_sides(applicant, office)
    eventually(lambda: read(office, application)["state"] == "contracted")

    case_id = open_audit(office, read(office, application))
    accept_invitation(applicant, product.data / "mail")
    plan_days_and_people(office, case_id)
    set_team(office, case_id)

    leader.sign_in(LEADER, role="审核组长")
    assess_risks(leader, office, case_id)
    declare(leader, case_id)
    write_plan(leader, case_id)
    issue_plan(leader, case_id)

    accept_plan(applicant, case_id)
    expect(leader.page.get_by_text(re.compile("^客户已接受计划。"))).to_be_visible()
    for desk in (applicant, leader):
        assert desk.accessibility_violations() == []


def apply(desk: Desk) -> None:
    """Without an account: through the four steps of the public form."""
    page = desk.page
    desk.visit("/apply")
    page.get_by_label("联系邮箱").fill(APPLICANT)
    page.get_by_role("button", name="开始填写").click()
    page.get_by_role("button", name="知道了").click()
    page.get_by_label("组织全称").fill(COMPANY)
    page.get_by_label("统一社会信用代码", exact=True).fill(CREDIT_CODE)
    page.get_by_label("注册地址").fill("广东省中山市火炬开发区科技西路 3 号")
    page.get_by_role("button", name="下一步").click()
    site = page.get_by_role("group", name="场所 1")
    site.get_by_label("场所名称").fill("总部")
    site.get_by_label("地址", exact=True).fill("广东省中山市火炬开发区科技西路 3 号")
    site.get_by_label("在此进行的过程").fill("精密零件机械加工、检验")
    site.get_by_label("中心职能").check()
    site.get_by_label("全职").fill("12")
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("质量 GB/T 19001").check()
    page.get_by_label("认证范围").fill("精密零件的机械加工")
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("联系人").fill(CONTACT)
    page.get_by_label("联系电话").fill("0760 8800 3030")
    page.get_by_role("button", name="提交申请").click()
    page.get_by_text(re.compile("已提交，等待认证机构评审")).wait_for()


def accept_application(desk: Desk, application: str) -> None:
    """The reviewer takes it up, answers every check, and accepts."""
    page = desk.page
    desk.visit(application.removeprefix("/api/programme"))
    page.get_by_role("button", name="开始评审").click()
    page.get_by_role("button", name="保存评审").wait_for()
    desk.send(
        "PATCH",
        f"{application}/review",
        version=1,
        checks={check.value: {"verdict": "yes", "note": "见评审记录"} for check in Check},
        scope_codes=[CODE],
    )
    page.reload()
    page.get_by_role("button", name="计算审核时间").click()
    page.get_by_role("button", name="采用 2.5 人日").click()
    page.get_by_role("button", name="受理申请", exact=True).click()
    page.get_by_text("已受理").first.wait_for()


def make_contract(desk: Desk, application: str) -> None:
    """A quote, and the contract that is made of it."""
    line = {"kind": "audit", "text": "初次认证审核", "quantity": "2.5", "rate": "3200"}
    desk.send("PUT", f"{application}/quote", version=0, lines=[line])
    desk.send("POST", f"{application}/quote/send")
    desk.visit(application.removeprefix("/api/programme"))
    desk.page.get_by_role("button", name="生成合同").click()
    desk.page.get_by_text("待签署").wait_for()


def sign_both_sides(applicant: Desk, office: Desk) -> None:
    """The applicant by the secret link, then the programme manager."""
    applicant.page.reload()
    office.page.get_by_text("待签署").wait_for()
    for desk, name in ((applicant, CONTACT), (office, "赵敏华")):
        desk.page.get_by_text("键入姓名", exact=True).click()
        desk.page.get_by_label("签署人姓名").fill(name)
        desk.page.get_by_role("button", name="签署合同").click()
        desk.page.get_by_text(re.compile(f"· {name}$")).first.wait_for()
    office.page.get_by_text("双方已签署").wait_for()


def open_audit(desk: Desk, application: dict[str, Any]) -> str:
    """The draft programme is approved, and its first audit is opened on the list of audits."""
    page = desk.page
    desk.visit(f"/programmes/{application['programme_id']}")
    page.get_by_role("button", name="批准方案").click()
    page.get_by_role("button", name="批准方案").wait_for(state="hidden")
    desk.visit("/audits")
    page.get_by_role("button", name="开立审核").first.click()
    drawer = page.get_by_role("dialog")
    choose(drawer.get_by_label("审核方案"), COMPANY)
    choose(drawer.get_by_label("审核类型"), "一阶段审核")
    drawer.get_by_role("button", name="开立", exact=True).click()
    page.wait_for_url(re.compile(r"/audits/[0-9a-f-]{36}$"))
    desk.settle()
    return page.url.rsplit("/", 1)[1]


def accept_invitation(desk: Desk, mail: Path) -> None:
    """The applicant is now the client's coordinator, and lets herself in."""
    page = desk.page
    page.goto(eventually(lambda: invitation_to(mail, APPLICANT)))
    page.locator("input[type=password]").fill("open sesame, coordinator")
    page.locator("button[type=submit]").click()
    page.get_by_role("heading", name=CONTACT).wait_for()


def plan_days_and_people(desk: Desk, case_id: str) -> None:
    """Dates, the client's coordinator and the audit time, as calculated."""
    path = f"{CASES}/{case_id}"
    case = read(desk, path)
    people = desk.rows("/api/identity/people", tenant_id=case["client_id"])
    coordinator = next(each["id"] for each in people if each["name"] == CONTACT)
    day = AUDIT_DAY.isoformat()
    entries = {"starts_on": day, "ends_on": day, "coordinator_id": coordinator}
    desk.send("PATCH", path, version=case["version"], **entries)
    desk.send("POST", f"{path}/time", number=0, choices={"schemes": [{"scheme": SCHEME}]})


def set_team(desk: Desk, case_id: str) -> None:
    """The lead auditor brings the days that were calculated; the manager confirms the team."""
    path = f"{CASES}/{case_id}"
    (leader,) = desk.rows("/api/identity/people", search="陈静")
    desk.send(
        "POST",
        f"{path}/team",
        person_id=leader["id"],
        role="LA",
        schemes=[SCHEME],
        codes=[CODE],
        days=read(desk, f"{path}/time")["last"]["required_days"],
        override_reason="首次审核，时间已与本人确认",
    )
    desk.visit(f"/audits/{case_id}")
    desk.page.get_by_role("button", name="确认审核组").click()
    desk.page.get_by_text("已组成审核组").first.wait_for()


def assess_risks(leader: Desk, office: Desk, case_id: str) -> None:
    """Written and handed in by the lead auditor, approved by the manager."""
    path, rows = f"{CASES}/{case_id}/risk", f"/api/programme/risk/cases/{case_id}"
    leader.send("POST", path)
    leader.send("POST", f"{rows}/needs", stakeholder="client", text="按期完成初次认证")
    threat = {"sign": "threat", "factor": "people", "dimension": "efficiency"}
    grades = {"likelihood": 2, "impact": 2}
    leader.send("POST", f"{rows}/rows", **threat, **grades, text="关键岗位人员不在场")
    leader.visit(f"/audits/{case_id}/risk")
    leader.page.get_by_role("button", name="提交批准").click()
    leader.page.get_by_text("待批准").first.wait_for()
    office.visit(f"/audits/{case_id}/risk")
    office.page.get_by_role("button", name="批准", exact=True).click()
    office.page.get_by_text("已批准").first.wait_for()


def declare(desk: Desk, case_id: str) -> None:
    declaration = {"case_id": case_id, "signed_name": "陈静"}
    desk.send("POST", "/api/programme/declarations", **declaration)


def write_plan(desk: Desk, case_id: str) -> None:
    """One day that covers every clause which this kind of audit asks for."""
    path = f"{CASES}/{case_id}"
    desk.send("POST", f"{path}/plan", source="empty")
    board, (member,) = read(desk, f"{path}/plan"), read(desk, f"{path}/team")
    clauses = [
        {"scheme": each["scheme"], "clause": each["code"]}
        for each in board["choices"]["clauses"]
        if each["is_required"]
    ]
    for kind, title, start, end in (
        ("opening", "首次会议", "09:00", "09:30"),
        ("work", "文件和体系策划", "09:30", "12:00"),
        ("work", "生产现场和准备情况", "13:00", "16:30"),
        ("closing", "末次会议", "16:30", "17:00"),
    ):
        desk.send(
            "POST",
            f"{path}/plan/items",
            kind=kind,
            title=title,
            site_id=board["sites"][0]["id"],
            local_start=f"{AUDIT_DAY}T{start}",
            local_end=f"{AUDIT_DAY}T{end}",
            clauses=clauses if kind == "work" else [],
            members=[member["id"]],
        )


def issue_plan(desk: Desk, case_id: str) -> None:
    desk.visit(f"/audits/{case_id}/plan")
    desk.page.get_by_role("button", name="发布计划给客户").click()
    desk.page.get_by_text("已发出，等待客户答复").first.wait_for()


def accept_plan(desk: Desk, case_id: str) -> None:
    """The client's answer ends the planning: the step bar stands at the test."""
    desk.visit(f"/audits/{case_id}/plan")
    desk.page.get_by_role("button", name="接受计划").click()
    desk.page.get_by_text(re.compile("^客户已接受计划。")).wait_for()
    steps = desk.page.get_by_role("list", name="审核步骤")
    expect(steps.locator("[aria-current=step]")).to_contain_text("测试")


def choose(field: Locator, option: str) -> None:
    field.click()
    field.page.locator(".ant-select-item-option", has_text=option).click()


def read(desk: Desk, path: str) -> Any:
    answer = desk.context.request.get(path)
    assert answer.ok, f"{path}: {answer.text()}"
    return answer.json()


def found(desk: Desk, path: str) -> str:
    (row,) = desk.rows(path, search=COMPANY)
    return str(row["id"])
