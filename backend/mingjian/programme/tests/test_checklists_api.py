"""Combined checklists: asked once, reported per standard, chosen by the plan, prepared."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.plans import CASES, add, clauses, item, post

pytestmark = pytest.mark.django_db

QUESTIONS, IMPORTS = "/api/programme/questions", "/api/identity/imports"
BOTH = clauses("QMS", "9.2") + clauses("EMS", "9.2")
Seats = dict[str, Seat]


def ask(browser: Client, text: str, about: list[dict[str, str]]) -> dict[str, Any]:
    body = {"text": text, "clauses": about}
    answer = browser.post(QUESTIONS, body, content_type="application/json")
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def choose(browser: Client, case: AuditCase) -> Any:
    return browser.post(f"{CASES}/{case.id}/checklist/choose")


def checklist(browser: Client, case: AuditCase) -> dict[str, Any]:
    return dict(browser.get(f"{CASES}/{case.id}/checklist").json())


def member(case: AuditCase, role: str) -> str:
    with tenant_scope({case.owner_id}):
        return str(case.team.get(role=role).id)


@pytest.fixture
def planned(manager: Client, staffed: AuditCase) -> AuditCase:
    """A plan whose items cover internal audit (the auditor's) and production (the leader's)."""
    post(manager, staffed, "", source="empty")
    lead, other = member(staffed, "LA"), member(staffed, "AU")
    add(
        manager,
        staffed,
        **item("生产", "23T09:00", "23T10:00", [lead], clauses=clauses("QMS", "8.5")),
    )
    add(manager, staffed, **item("内审", "23T10:00", "23T11:00", [other], clauses=BOTH))
    return staffed


def test_a_question_for_two_standards_is_chosen_once_and_reported_under_both(
    manager: Client, planned: AuditCase
) -> None:
    ask(manager, "内部审核是否按方案实施？", BOTH)
    ask(manager, "设计开发是否评审？", clauses("QMS", "8.3"))
    assert choose(manager, planned).status_code == 201
    shown = checklist(manager, planned)
    assert [each["text"] for each in shown["questions"]] == ["内部审核是否按方案实施？"]
    assert shown["questions"][0]["member"] == member(planned, "AU")
    assert {each["scheme"]: each["questions"] for each in shown["standards"]} == {
        "QMS": 1,
        "EMS": 1,
    }
    assert all("9.2" not in each["lacking"] for each in shown["standards"])
    sheet = load_workbook(BytesIO(manager.get(f"{CASES}/{planned.id}/checklist.xlsx").content))
    head, row = list(sheet.worksheets[0].values)[:2]
    by_column = dict(zip(head, row, strict=True))
    assert (by_column["QMS"], by_column["EMS"], by_column["计划安排"]) == ("9.2", "9.2", "内审")


def test_choosing_again_adds_only_what_is_new(manager: Client, planned: AuditCase) -> None:
    ask(manager, "内部审核是否按方案实施？", BOTH)
    choose(manager, planned)
    again = choose(manager, planned)
    assert (again.status_code, again.json()["code"]) == (409, "checklist_nothing_to_ask")
    ask(manager, "关键工序是否受控？", clauses("QMS", "8.5"))
    assert len(choose(manager, planned).json()["questions"]) == 2


def test_an_audit_keeps_the_words_in_which_it_chose_a_question(
    manager: Client, planned: AuditCase
) -> None:
    row = ask(manager, "内审做了吗？", BOTH)
    choose(manager, planned)
    changed = manager.patch(
        f"{QUESTIONS}/{row['id']}",
        {"version": 1, "text": "内部审核是否按方案实施？"},
        content_type="application/json",
    )
    assert changed.json()["version"] == 2
    kept = checklist(manager, planned)["questions"][0]
    assert (kept["text"], kept["question_version"]) == ("内审做了吗？", 1)


def test_open_nonconformities_of_the_last_audit_come_in_as_questions(
    manager: Client, planned: AuditCase
) -> None:
    body = {"text": "量具超期，措施有效？", "clauses": BOTH, "is_from_last_audit": True}
    answer = manager.post(f"{CASES}/{planned.id}/checklist", body, content_type="application/json")
    assert (answer.status_code, answer.json()["origin"]) == (201, "last_audit")


def test_an_auditor_prepares_what_the_client_never_sees(
    ours: Seats, manager: Client, planned: AuditCase
) -> None:
    ask(manager, "内部审核是否按方案实施？", BOTH)
    choose(manager, planned)
    row = checklist(manager, planned)["questions"][0]
    url = f"{CASES}/checklist/{row['id']}"
    body = {"version": row["version"], "preparation": "看 2025 年方案，抽 3 份报告"}
    auditor, client = signed_in(ours["AU"]), signed_in(ours["CC"])
    assert auditor.patch(url, body, content_type="application/json").status_code == 200
    assert auditor.patch(url, body, content_type="application/json").json()["code"] == "stale"
    assert checklist(auditor, planned)["prepared"] == 1
    assert client.get(f"{CASES}/{planned.id}/checklist").status_code == 403
    assert client.get(QUESTIONS).status_code == 403


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"clauses": []}, "question_clauses"),
        ({"clauses": clauses("QMS", "99")}, "question_clauses"),
        ({"line": "01890000-0000-7000-8000-000000000000"}, "question_line"),
        ({"member": "01890000-0000-7000-8000-000000000000"}, "question_member"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_field(
    values: dict[str, Any], code: str, manager: Client, planned: AuditCase
) -> None:
    body = {"text": "问题？", "clauses": BOTH} | values
    answer = manager.post(f"{CASES}/{planned.id}/checklist", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["fields"]


def workbook(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    book, content = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("问题", "英文问题", "条款", "查什么"), *rows):
        sheet.append(row)
    book.save(content)
    return SimpleUploadedFile("题库.xlsx", content.getvalue())


def test_questions_come_from_a_workbook_with_errors_by_row_and_are_undone(
    manager: Client, planned: AuditCase
) -> None:
    ask(manager, "已有的问题？", BOTH)
    file = workbook(
        ("内部审核是否按方案实施？", "", "QMS 9.2、EMS 9.2", "报告"),
        ("关键工序是否受控？", "", "QMS 8.5", ""),
        ("没有条款？", "", "", ""),
        ("条款不存在？", "", "QMS 99", ""),
        ("已有的问题？", "", "QMS 9.2", ""),
    )
    batch = manager.post(f"{IMPORTS}?kind=questions", {"file": file}).json()
    faults = {row["number"]: list(row["errors"]) for row in batch["rows"] if row["errors"]}
    assert faults == {4: ["clauses"], 5: ["clauses"], 6: ["text"]}
    assert manager.get(QUESTIONS).json()["total"] == 1
    url = f"{IMPORTS}/{batch['id']}"
    assert manager.post(f"{url}/confirm").json()["state"] == "confirmed"
    assert manager.get(QUESTIONS).json()["total"] == 3
    both = manager.get(QUESTIONS, {"scheme": "EMS"}).json()["items"]
    assert both[1]["clauses"] == BOTH
    manager.post(f"{CASES}/{planned.id}/checklist/choose")
    assert [kept["number"] for kept in manager.post(f"{url}/undo").json()["kept"]] == [3, 2]


def test_the_library_goes_out_as_it_comes_in(manager: Client) -> None:
    ask(manager, "内部审核是否按方案实施？", BOTH)
    content = manager.get(QUESTIONS, {"format": "xlsx"}).content
    file = SimpleUploadedFile("题库.xlsx", content)
    batch = manager.post(f"{IMPORTS}?kind=questions", {"file": file}).json()
    assert [list(row["errors"]) for row in batch["rows"]] == [["text"]]
