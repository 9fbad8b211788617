"""The remote agreement: six points, four documents, two signatures, versions."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from docx import Document

from engines.documents.pdf import FAMILY, installed_fonts
from engines.documents.tests.reading import pdf_text
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.services import add_site, decide_feasibility
from mingjian.programme.tests.factories import behind_the_walls
from mingjian.programme.tests.feasibility_factories import listed, prepared

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        FAMILY not in installed_fonts().families(), reason=f"{FAMILY} is not installed"
    ),
]

CASES, AGREEMENTS = "/api/programme/cases", "/api/programme/agreements"
JSON = "application/json"


@pytest.fixture
def ready(ours: dict[str, Seat], case: AuditCase) -> AuditCase:
    """A case with scenes, coordinator, contingency plan and a decision for remote."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        site = add_site(viewer=acting, client_id=case.client_id, values={"name": "三水分厂"})
        listed(acting, case.id, site, "office")
        listed(acting, case.id, site, "hazardous_waste", name="危废间")
        prepared(acting, case.id, ours["CC"].person.id)
        decide_feasibility(viewer=acting, case_id=case.id, mode="hybrid", reason="约定")
    return case


@pytest.fixture
def client(ours: dict[str, Seat]) -> Client:
    """The browser of the client's coordinator."""
    return signed_in(ours["CC"])


def draft(browser: Client, case: AuditCase, reason: str = "") -> Any:
    path = f"{CASES}/{case.id}/agreements"
    return browser.post(path, {"reason": reason}, content_type=JSON)


def change(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    body = {"version": row["version"], **values}
    return browser.patch(f"{AGREEMENTS}/{row['id']}", body, content_type=JSON)


def issue(browser: Client, row: dict[str, Any]) -> Any:
    path = f"{AGREEMENTS}/{row['id']}/issue"
    return browser.post(path, {"version": row["version"]}, content_type=JSON)


def sign(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    body = {"name": "顾言", "method": "typed", **values}
    return browser.post(f"{AGREEMENTS}/{row['id']}/sign", body, content_type=JSON)


def document(browser: Client, row: dict[str, Any], language: str = "zh", kind: str = "pdf") -> Any:
    query = {"language": language, "kind": kind}
    return browser.get(f"{AGREEMENTS}/{row['id']}/document", query)


def issued(browser: Client, case: AuditCase, reason: str = "") -> dict[str, Any]:
    answer = issue(browser, draft(browser, case, reason).json())
    assert answer.status_code == 200, answer.content.decode()
    row: dict[str, Any] = answer.json()
    return row


def is_agreed(browser: Client, case: AuditCase) -> bool:
    rows = browser.get(f"{CASES}/{case.id}").json()["facts"]
    return next(bool(row["is_met"]) for row in rows if row["key"] == "agreement.signed")


def test_the_six_points_stand_in_the_chinese_document(manager: Client, ready: AuditCase) -> None:
    row = draft(manager, ready).json()
    terms = {"media": ["still"], "interviewees": "车间主任", "delete_within_days": 14}
    row = change(manager, row, **terms).json()
    text = pdf_text(document(manager, issue(manager, row).json()).content)
    for words in (
        "一、约定的技术和平台",
        "明鉴在线会议室",
        "二、展示什么",
        "三水分厂 · 危废间",
        "须现场",
        "三、数据保护和保密",
        "不以保密为由回避审核",
        "四、截取和录制、保存和删除",
        "14 日内删除",
        "五、人员",
        "139 2222 0001",
        "车间主任",
        "六、应急和改变方法",
        "视频中断 5 分钟",
        "2026-12-05",
    ):
        assert words in text, words


def test_english_and_word_say_the_same(manager: Client, ready: AuditCase) -> None:
    row = issued(manager, ready)
    english = pdf_text(document(manager, row, "en").content)
    assert "does not evade the audit" in english
    assert "Hazardous-waste" not in english  # the client's own name of the place stands there
    word = Document(BytesIO(document(manager, row, "zh", "docx").content))
    texts = [each.text for each in word.paragraphs]
    cells = [cell.text for table in word.tables for cells in table.rows for cell in cells.cells]
    assert "六、应急和改变方法" in texts
    assert "三水分厂 · 危废间" in cells
    assert document(manager, row, "en", "docx").headers["Content-Disposition"].endswith("v1.docx")


def test_both_sides_sign_the_same_bytes_and_then_it_is_in_force(
    manager: Client, client: Client, ready: AuditCase
) -> None:
    row = issued(manager, ready)
    digest = sha256(document(client, row).content).hexdigest()
    assert row["pdf_sha256"] == digest
    assert sign(manager, row).json()["state"] == "issued"
    assert is_agreed(manager, ready) is False
    stroke = "M10 20L30 40L50 10L60 10L70 20L80 30L90 10L99 9"
    signed = sign(client, row, method="drawn", strokes=stroke).json()
    assert signed["state"] == "in_force"
    assert {each["content_sha256"] for each in signed["signatures"]} == {digest}
    assert [each["side"] for each in signed["signatures"]] == ["body", "client"]
    assert is_agreed(manager, ready) is True
    with behind_the_walls():
        assert Entry.objects.filter(action="signature.given").count() == 2


def test_the_client_may_sign_first_and_nobody_signs_twice(
    manager: Client, client: Client, ready: AuditCase
) -> None:
    row = issued(manager, ready)
    assert sign(client, row).status_code == 200
    assert sign(client, row).status_code == 409
    assert sign(manager, row).json()["state"] == "in_force"


def test_what_is_issued_changes_by_a_new_version_with_a_reason(
    manager: Client, client: Client, ready: AuditCase
) -> None:
    first = issued(manager, ready)
    sign(manager, first)
    sign(client, first)
    assert change(manager, first, tools="别的").json()["code"] == "agreement_state"
    assert draft(manager, ready).json()["code"] == "agreement_reason"
    second = issued(manager, ready, "换了会议工具")
    assert is_agreed(manager, ready) is True  # the first holds until the second is signed
    sign(manager, second)
    sign(client, second)
    page = manager.get(f"{CASES}/{ready.id}/feasibility").json()
    states = {each["number"]: each["state"] for each in page["agreements"]}
    assert states == {1: "superseded", 2: "in_force"}


def test_an_issued_text_stays_as_it_was_whatever_changes_in_the_case(
    manager: Client, ready: AuditCase
) -> None:
    row = issued(manager, ready)
    before = document(manager, row).content
    page = manager.get(f"{CASES}/{ready.id}/feasibility").json()["contingency"]
    body = {"version": page["version"], "decides": "别人"}
    manager.patch(f"{CASES}/{ready.id}/contingency", body, content_type=JSON)
    assert document(manager, row).content == before


def test_an_incomplete_agreement_says_what_it_lacks(manager: Client, case: AuditCase) -> None:
    refused = issue(manager, draft(manager, case).json())
    assert (refused.status_code, refused.json()["code"]) == (409, "agreement_not_ready")
    for words in ("客户审核协调员", "要审核的场景", "客户的电话", "备用日期"):
        assert words in refused.json()["message"]


def test_the_client_sees_no_draft(manager: Client, client: Client, ready: AuditCase) -> None:
    row = draft(manager, ready).json()
    assert client.get(f"{CASES}/{ready.id}/feasibility").json()["agreements"] == []
    assert document(client, row).status_code == 404
    assert document(manager, row).status_code == 200


def test_the_coordinator_is_asked_by_mail_to_sign(
    manager: Client, ready: AuditCase, ours: dict[str, Seat]
) -> None:
    issued(manager, ready)
    with behind_the_walls():
        letter = Letter.objects.get(template="programme.agreement_to_be_signed")
        assert letter.to == ours["CC"].person.email
        assert f"/audits/{ready.id}/feasibility" in letter.read().text


def test_an_unknown_class_of_capture_is_refused(manager: Client, ready: AuditCase) -> None:
    row = draft(manager, ready).json()
    assert change(manager, row, media=["dream"]).json()["code"] == "media_unknown"


def test_a_name_that_no_font_can_show_is_told_apart_from_a_fault(
    manager: Client, ready: AuditCase
) -> None:
    row = change(manager, draft(manager, ready).json(), interviewees="สมชาย").json()
    refused = issue(manager, row)
    assert (refused.status_code, refused.json()["code"]) == (422, "unprintable_text")
