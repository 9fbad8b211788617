"""Answers and notes: written once, reported for every standard, never overwritten."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from openpyxl import load_workbook

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, CaseQuestion
from mingjian.programme.services.checklists import add_case_question
from mingjian.programme.tests.factories import behind_the_walls, join, surveillance

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
BOTH = [{"scheme": "QMS", "clause": "9.2"}, {"scheme": "EMS", "clause": "9.2"}]


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def question(ours: Seats, staffed: AuditCase) -> CaseQuestion:
    """One question that answers to two standards."""
    acting = viewer(ours["LA"])
    values = {"text": "内部审核是否按计划实施？", "clauses": BOTH, "origin": "own"}
    with tenant_scope(acting.owners):
        return add_case_question(viewer=acting, case_id=staffed.id, values=values)


@pytest.fixture
def item(ours: Seats, staffed: AuditCase) -> EvidenceItem:
    return sealed(ours["CC"], staffed, name="内部审核报告.pdf")


def write(browser: Client, case: AuditCase, **values: Any) -> Any:
    path = f"/api/records/cases/{case.id}/entries"
    return browser.post(path, {"text": "抽查三份报告，均有签字。"} | values, "application/json")


def record_of(browser: Client, case: AuditCase) -> Any:
    return browser.get(f"/api/records/cases/{case.id}").json()


def test_a_question_is_answered_once_and_reported_for_each_of_its_standards(
    leader: Client, staffed: AuditCase, question: CaseQuestion, item: EvidenceItem
) -> None:
    given = {"question_id": str(question.id), "verdict": "conforms", "evidence": [str(item.id)]}
    answer = write(leader, staffed, **given)
    assert answer.status_code == 201, answer.content

    for scheme in ("QMS", "EMS"):
        lines = leader.get(f"/api/records/cases/{staffed.id}/standard?scheme={scheme}").json()
        [line] = [each for each in lines if each["clause"] == "9.2"]
        assert [each["thread"] for each in line["entries"]] == [answer.json()["thread"]]
        assert line["entries"][0]["evidence"][0]["name"] == "内部审核报告.pdf"
    shown = record_of(leader, staffed)
    assert shown["answered"] == 1
    assert all("9.2" not in standard["lacking"] for standard in shown["standards"])


def test_a_second_answer_to_the_same_question_is_refused(
    leader: Client, ours: Seats, staffed: AuditCase, question: CaseQuestion
) -> None:
    write(leader, staffed, question_id=str(question.id), verdict="conforms")

    second = write(signed_in(ours["AU"]), staffed, question_id=str(question.id))
    assert second.status_code == 409
    assert ours["LA"].person.name in second.json()["message"]


def test_a_revision_leaves_the_earlier_words_readable(leader: Client, staffed: AuditCase) -> None:
    thread = write(leader, staffed).json()["thread"]
    path = f"/api/records/entries/{thread}"
    revised = leader.put(path, {"text": "共四份", "revision": 1}, "application/json")
    assert revised.json()["revision"] == 2

    texts = [each["text"] for each in leader.get(f"{path}/revisions").json()]
    assert texts == ["共四份", "抽查三份报告，均有签字。"]


def test_whoever_revises_second_is_told_what_was_written_meanwhile(
    leader: Client, ours: Seats, staffed: AuditCase
) -> None:
    thread = write(leader, staffed).json()["thread"]
    path = f"/api/records/entries/{thread}"
    leader.put(path, {"text": "共四份", "revision": 1}, "application/json")

    late = signed_in(ours["AU"]).put(path, {"text": "共五份", "revision": 1}, "application/json")
    assert late.status_code == 409
    assert late.json()["params"]["current"]["text"] == "共四份"


def test_a_withdrawn_answer_makes_room_for_another(
    leader: Client, staffed: AuditCase, question: CaseQuestion
) -> None:
    thread = write(leader, staffed, question_id=str(question.id)).json()["thread"]
    path = f"/api/records/entries/{thread}/withdrawal"
    leader.post(path, {"revision": 1, "reason": "问错了部门"}, "application/json")

    assert record_of(leader, staffed)["answered"] == 0
    assert write(leader, staffed, question_id=str(question.id)).status_code == 201
    again = leader.put(
        f"/api/records/entries/{thread}", {"text": "x", "revision": 2}, "application/json"
    )
    assert again.json()["code"] == "record_withdrawn"


def test_evidence_of_another_audit_is_not_cited(
    leader: Client, ours: Seats, staffed: AuditCase
) -> None:
    manager = viewer(ours["PM"])
    with tenant_scope(manager.owners):
        another = surveillance(manager, staffed.programme, kind="special")
    foreign = sealed(ours["CC"], another)

    refused = write(leader, staffed, evidence=[str(foreign.id)])
    assert refused.status_code == 422
    assert "evidence" in refused.json()["fields"]


def test_nothing_is_not_written_down(leader: Client, staffed: AuditCase) -> None:
    assert write(leader, staffed, text="  ").status_code == 422


def test_what_quotes_the_client_is_sealed(leader: Client, staffed: AuditCase) -> None:
    write(leader, staffed)

    with behind_the_walls(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM records_recordentry")
        assert "签字" not in str(cursor.fetchall())


def test_the_client_and_the_administrator_do_not_read_the_auditors_notes(
    leader: Client, ours: Seats, theirs: Seats, staffed: AuditCase
) -> None:
    write(leader, staffed)
    path = f"/api/records/cases/{staffed.id}"

    for role in ("ADM", "PM", "CC", "CG", "REV"):
        assert signed_in(ours[role]).get(path).status_code == 403, role
    assert signed_in(theirs["LA"]).get(path).status_code == 404


def test_an_expert_writes_notes_and_changes_none(
    leader: Client, ours: Seats, staffed: AuditCase
) -> None:
    manager = viewer(ours["PM"])
    with tenant_scope(manager.owners):
        join(manager, staffed, ours["TE"].person.id, "TE")
    expert = signed_in(ours["TE"])
    thread = write(leader, staffed).json()["thread"]

    assert write(expert, staffed, text="热处理温度在控制范围内").status_code == 201
    change = {"text": "x", "revision": 1}
    path = f"/api/records/entries/{thread}"
    assert expert.put(path, change, "application/json").status_code == 403


def test_the_record_of_one_standard_goes_out_as_a_table(
    leader: Client, staffed: AuditCase, question: CaseQuestion
) -> None:
    write(leader, staffed, question_id=str(question.id), verdict="conforms")

    file = leader.get(f"/api/records/cases/{staffed.id}/standard.xlsx?scheme=EMS")
    sheet = load_workbook(BytesIO(file.content)).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["9.2", "抽查三份报告，均有签字。", "符合"] in [[row[0], *row[2:4]] for row in cells]
