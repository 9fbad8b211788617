"""Qualifications: granted by somebody else, found, renewed, withdrawn, imported, brought up."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import seat, signed_in
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

HELD, IMPORTS = "/api/programme/qualifications", "/api/identity/imports"
HEAD = ["邮箱", "领域", "角色", "专业代码", "生效日期", "有效期至", "依据"]


@pytest.fixture
def newcomer(ours: dict[str, Seat]) -> Seat:
    """An auditor without any qualification."""
    return seat(ours["ADM"], "AU", name="陈星野")


def grant(browser: Client, who: Seat, **values: Any) -> Any:
    body = {
        "person_id": str(who.person.id),
        "scheme": "QMS",
        "role": "AU",
        "codes": ["17.06"],
        "valid_from": "2026-01-01",
        "evidence": "注册证书",
        **values,
    }
    return browser.post(HELD, body, content_type="application/json")


def post(browser: Client, row: dict[str, Any], verb: str, **body: Any) -> Any:
    path = f"{HELD}/{row['id']}/{verb}"
    return browser.post(path, {"version": row["version"], **body}, "application/json")


def listed(browser: Client, **query: Any) -> list[Any]:
    return list(browser.get(HELD, query).json()["items"])


def sheet(*rows: list[str]) -> SimpleUploadedFile:
    book, content = Workbook(), BytesIO()
    book.worksheets[0].append(HEAD)
    for row in rows:
        book.worksheets[0].append(row)
    book.save(content)
    return SimpleUploadedFile("能力.xlsx", content.getvalue())


def uploaded(browser: Client, *rows: list[str]) -> Any:
    data = {"file": sheet(*rows)}
    return browser.post(f"{IMPORTS}?kind=qualifications", data).json()


def test_nobody_grants_a_qualification_of_their_own(
    manager: Client, ours: dict[str, Seat], newcomer: Seat
) -> None:
    refused = grant(manager, ours["PM"])
    assert (refused.status_code, refused.json()["code"]) == (403, "own_qualification")
    assert "ISO/IEC 17021-1" in refused.json()["message"]
    row = grant(manager, newcomer).json()
    assert (row["person"], row["granted_by"]) == ("陈星野", ours["PM"].person.name)


def test_a_qualification_is_held_once_until_it_is_withdrawn(
    manager: Client, newcomer: Seat
) -> None:
    row = grant(manager, newcomer).json()
    assert grant(manager, newcomer).json()["code"] == "qualification_held"
    assert post(manager, row, "withdraw", reason="转岗").json()["state"] == "withdrawn"
    assert grant(manager, newcomer).status_code == 201


def test_an_expired_qualification_makes_way_for_a_new_one(manager: Client, newcomer: Seat) -> None:
    yesterday = clock.today("Asia/Shanghai") - timedelta(days=1)
    old = grant(manager, newcomer, valid_to=str(yesterday)).json()
    assert old["state"] == "expired"
    assert grant(manager, newcomer).json()["state"] == "valid"
    states = sorted(each["state"] for each in listed(manager, person_id=newcomer.person.id))
    assert states == ["valid", "withdrawn"]


def test_days_out_of_order_and_unknown_schemes_are_said_at_their_field(
    manager: Client, newcomer: Seat
) -> None:
    assert list(grant(manager, newcomer, valid_to="2025-01-01").json()["fields"]) == ["valid_to"]
    assert list(grant(manager, newcomer, scheme="XMS").json()["fields"]) == ["scheme"]


def test_a_code_finds_whoever_covers_it_also_by_its_parent(manager: Client, newcomer: Seat) -> None:
    grant(manager, newcomer, codes=["33"], scheme="ISMS")
    found = listed(manager, code="33.02", scheme="ISMS")
    assert [each["person"] for each in found] == ["陈星野"]
    assert listed(manager, code="3", scheme="ISMS") == []


def test_what_runs_out_is_found_by_state_and_brought_up_with_its_step(
    manager: Client, newcomer: Seat
) -> None:
    in_20_days = clock.today("Asia/Shanghai") + timedelta(days=20)
    grant(manager, newcomer, valid_to=str(in_20_days))
    assert [each["person"] for each in listed(manager, state="expiring")] == ["陈星野"]
    item = next(each for each in manager.get("/api/work").json() if each["subject"] == "陈星野")
    assert item["title"] == "资格将在 30 天内到期：QMS AU"
    assert item["href"].startswith("/competence?qualification=")


def test_the_matrix_shows_people_by_schemes(manager: Client, newcomer: Seat) -> None:
    grant(manager, newcomer, scheme="EMS")
    matrix = manager.get(f"{HELD}/matrix").json()
    row = next(each for each in matrix["people"] if each["person"] == "陈星野")
    held = {cell["scheme"]: [one["codes"] for one in cell["held"]] for cell in row["cells"]}
    assert held == {"QMS": [], "EMS": [["17.06"]], "OHSMS": [], "ISMS": []}


def test_auditors_see_their_own_and_clients_none(
    manager: Client, ours: dict[str, Seat], newcomer: Seat
) -> None:
    grant(manager, newcomer)
    assert {each["person"] for each in listed(signed_in(newcomer))} == {"陈星野"}
    assert signed_in(ours["CC"]).get(HELD).status_code == 403
    assert grant(signed_in(newcomer), newcomer).status_code == 403


def test_a_renewal_is_a_change_that_the_journal_keeps(
    manager: Client, ours: dict[str, Seat], newcomer: Seat
) -> None:
    row = grant(manager, newcomer).json()
    body = {"version": 1, "valid_to": "2029-12-31"}
    changed = manager.patch(f"{HELD}/{row['id']}", body, content_type="application/json").json()
    assert (changed["valid_to"], changed["codes"]) == ("2029-12-31", ["17.06"])
    with tenant_scope({ours["PM"].tenant.id}):
        actions = Entry.objects.filter(object_id=row["id"]).order_by("seq")
        assert list(actions.values_list("action", flat=True)) == [
            "qualification.granted",
            "qualification.changed",
        ]


def test_a_workbook_is_read_row_by_row_confirmed_and_undone(
    manager: Client, newcomer: Seat
) -> None:
    email = newcomer.person.email
    right = [email, "QMS", "审核员", "17.06、18", "2026-01-01", "2028-12-31", "注册证书"]
    batch = uploaded(
        manager,
        right,
        right,
        ["nobody@body.example", "QMS", "AU", "", "2026-01-01", "", "证书"],
        [email, "XMS", "XX", "17-06", "2026-05-01", "2026-01-01", "证书"],
    )
    faults = [list(row["errors"]) for row in batch["rows"]]
    assert faults == [[], ["role"], ["email"], ["scheme", "role", "codes", "valid_to"]]
    manager.post(f"{IMPORTS}/{batch['id']}/confirm")
    (row,) = listed(manager, person_id=newcomer.person.id)
    assert (row["role"], row["codes"], row["valid_to"]) == ("AU", ["17.06", "18"], "2028-12-31")
    assert manager.post(f"{IMPORTS}/{batch['id']}/undo").json()["kept"] == []
    assert listed(manager, person_id=newcomer.person.id) == []


def test_a_row_about_oneself_is_refused(manager: Client, ours: dict[str, Seat]) -> None:
    row = [ours["PM"].person.email, "QMS", "LA", "17", "2026-01-01", "", "证书"]
    (read,) = uploaded(manager, row)["rows"]
    assert read["errors"] == {"email": "不能为自己授予资格。"}


def test_the_exported_list_can_be_read_in_again(manager: Client, newcomer: Seat) -> None:
    row = grant(manager, newcomer).json()
    query: dict[str, Any] = {"format": "xlsx", "person_id": newcomer.person.id}
    content = manager.get(HELD, query).content
    assert post(manager, row, "withdraw", reason="测试").status_code == 200
    data = {"file": SimpleUploadedFile("能力.xlsx", content)}
    batch = manager.post(f"{IMPORTS}?kind=qualifications", data).json()
    assert [each["errors"] for each in batch["rows"]] == [{}]
    head = next(load_workbook(BytesIO(content)).worksheets[0].values)
    assert set(HEAD) <= set(head)
    assert batch["rows"][0]["values"]["valid_from"] == str(date(2026, 1, 1))
