"""Excel imports: faults are told row by row, right rows are confirmed, and all can be undone."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, seat, signed_in
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

IMPORTS = "/api/identity/imports"
PEOPLE = ["姓名", "邮箱", "电话", "角色", "组织"]
ORGANISATIONS = ["类别", "名称", "英文名称", "简称", "统一社会信用代码", "地址"]
CERTIFICATES = ["组织", "证书编号", "认证领域", "标准", "发证日期", "有效期至", "状态"]
CERTIFICATE = ["蓝海", "00125Q1", "QMS", "GB/T 19001-2016", "2025-03-01", "2028-02-29", "有效"]


def workbook(head: list[str], *rows: list[Any]) -> bytes:
    book, content = Workbook(), BytesIO()
    for row in (head, *rows):
        book.worksheets[0].append(row)
    book.save(content)
    return content.getvalue()


def upload(browser: Client, kind: str, content: bytes) -> Any:
    file = SimpleUploadedFile("名单.xlsx", content, "application/octet-stream")
    return browser.post(f"{IMPORTS}?kind={kind}", {"file": file})


def post(browser: Client, batch: dict[str, Any], verb: str) -> Any:
    return browser.post(f"{IMPORTS}/{batch['id']}/{verb}", {}, content_type="application/json")


def names(browser: Client) -> set[str]:
    return {person["name"] for person in browser.get("/api/identity/people").json()["items"]}


def parties(browser: Client) -> set[str]:
    return {row["name"] for row in browser.get("/api/identity/organisations").json()["items"]}


@pytest.mark.parametrize("kind", ["people", "organisations", "certificates"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_template_has_a_head_an_example_and_explanations(
    ours: Seat, kind: str, language: str
) -> None:
    browser = signed_in(ours, language=language)
    content = browser.get(f"{IMPORTS}/template?kind={kind}").content
    book = load_workbook(BytesIO(content))
    head, example = book.worksheets[0].iter_rows(values_only=True)
    explained = [row[0] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)]
    assert list(head) == explained
    assert example[0]


def test_an_english_template_is_read_by_a_chinese_reader(ours: Seat, admin: Client) -> None:
    template = signed_in(ours, language="en").get(f"{IMPORTS}/template?kind=people").content
    assert upload(admin, "people", template).status_code == 201


def test_nothing_comes_of_an_upload_before_it_is_confirmed(admin: Client) -> None:
    content = workbook(PEOPLE, ["陈星野", "chen@body.example", 13800001111, "审核员、TE", None])
    answer = upload(admin, "people", content)
    assert answer.status_code == 201
    batch = answer.json()
    assert (batch["state"], batch["faulty"], batch["file_name"]) == ("checked", 0, "名单.xlsx")
    assert names(admin) == {"沈知远"}
    assert post(admin, batch, "confirm").json()["state"] == "confirmed"
    [person] = admin.get("/api/identity/people", {"search": "陈"}).json()["items"]
    assert person["phone"] == "13800001111"
    assert {each["role"] for each in person["memberships"]} == {"AU", "TE"}


def test_faults_are_told_by_row_and_column_and_right_rows_still_come_in(
    admin: Client, ours: Seat
) -> None:
    batch = upload(
        admin,
        "people",
        workbook(
            PEOPLE,
            ["陈星野", "chen@body.example", None, "审核员", None],
            ["", "no-name@body.example", None, None, None],
            ["白露", "not an address", None, None, None],
            ["白露", "chen@body.example", None, None, None],
            ["白露", ours.person.email, None, None, None],
            ["白露", "bai@body.example", None, "国王", None],
            ["白露", "lu@body.example", None, None, "查无此司"],
        ),
    ).json()
    faults = {row["number"]: list(row["errors"]) for row in batch["rows"]}
    assert faults == {
        2: [],
        3: ["name"],
        4: ["email"],
        5: ["email"],
        6: ["email"],
        7: ["roles"],
        8: ["organisation"],
    }
    assert "国王" in batch["rows"][5]["errors"]["roles"]
    assert batch["faulty"] == 6
    post(admin, batch, "confirm")
    assert names(admin) == {"沈知远", "陈星野"}


def test_contacts_of_clients_come_in_with_the_clients_roles(admin: Client, ours: Seat) -> None:
    client = engage(ours, name="蓝海精密制造有限公司")
    rows = [
        ["周以宁", "zhou@client.example", None, "审核协调员", client.name],
        ["错位", "wrong@client.example", None, "审核员", client.name],
    ]
    batch = upload(admin, "people", workbook(PEOPLE, *rows)).json()
    assert [list(row["errors"]) for row in batch["rows"]] == [[], ["roles"]]
    post(admin, batch, "confirm")
    listed = admin.get("/api/identity/people", {"tenant_id": str(client.id)}).json()["items"]
    assert [person["name"] for person in listed] == ["周以宁"]


def test_every_imported_row_is_journalled_and_so_is_the_import(admin: Client, ours: Seat) -> None:
    batch = upload(
        admin, "people", workbook(PEOPLE, ["陈星野", "c@d.example", "", "LA", ""])
    ).json()
    post(admin, batch, "confirm")
    with tenant_scope({ours.tenant.id}):
        actions = list(Entry.objects.order_by("seq").values_list("action", flat=True))
    assert actions[-4:] == [
        "import.checked",
        "person.added",
        "membership.granted",
        "import.confirmed",
    ]


def test_undoing_removes_what_came_of_it(admin: Client, ours: Seat) -> None:
    batch = upload(
        admin, "people", workbook(PEOPLE, ["陈星野", "c@d.example", "", "LA", ""])
    ).json()
    post(admin, batch, "confirm")
    undone = post(admin, batch, "undo").json()
    assert (undone["state"], undone["kept"]) == ("undone", [])
    assert names(admin) == {"沈知远"}
    with tenant_scope({ours.tenant.id}):
        removed = Entry.objects.filter(action="person.removed").get()
    assert (removed.before != "", removed.after) == (True, "")


def test_what_was_changed_since_survives_the_undoing_and_says_why(admin: Client) -> None:
    rows = [["陈星野", "c@d.example", "", "", ""], ["白露", "b@d.example", "", "", ""]]
    batch = upload(admin, "people", workbook(PEOPLE, *rows)).json()
    post(admin, batch, "confirm")
    [person] = admin.get("/api/identity/people", {"search": "陈"}).json()["items"]
    change = {"version": person["version"], "phone": "110"}
    admin.patch(f"/api/identity/people/{person['id']}", change, content_type="application/json")
    undone = post(admin, batch, "undo").json()
    assert [kept["number"] for kept in undone["kept"]] == [2]
    assert "保留" in undone["kept"][0]["why"]
    assert names(admin) == {"沈知远", "陈星野"}


def test_an_import_is_confirmed_once_and_undone_once(admin: Client) -> None:
    batch = upload(admin, "people", workbook(PEOPLE, ["陈星野", "c@d.example", "", "", ""])).json()
    assert post(admin, batch, "undo").status_code == 409
    post(admin, batch, "confirm")
    assert post(admin, batch, "confirm").json()["code"] == "import_state"
    post(admin, batch, "undo")
    assert post(admin, batch, "undo").status_code == 409
    assert post(admin, batch, "confirm").status_code == 409


def test_if_a_row_has_become_impossible_nothing_is_written(admin: Client) -> None:
    rows = [["陈星野", "c@d.example", "", "", ""], ["白露", "b@d.example", "", "", ""]]
    batch = upload(admin, "people", workbook(PEOPLE, *rows)).json()
    first = {"name": "先到者", "email": "b@d.example"}
    admin.post("/api/identity/people", first, content_type="application/json")
    assert post(admin, batch, "confirm").json()["code"] == "duplicate_email"
    assert names(admin) == {"沈知远", "先到者"}
    assert admin.get(f"{IMPORTS}/{batch['id']}").json()["state"] == "checked"


def test_organisations_are_checked_imported_and_undone(admin: Client) -> None:
    code = "91350100M000100Y43"
    batch = upload(
        admin,
        "organisations",
        workbook(
            ORGANISATIONS,
            ["客户", "蓝海精密制造有限公司", "", "蓝海", code, ""],
            ["监管部门", "市场监督管理局", "", "", "", ""],
            ["客户", "重复代码", "", "", code, ""],
            ["客户", "错误代码", "", "", code[:-1] + "4", ""],
            ["供应商", "错误类别", "", "", "", ""],
        ),
    ).json()
    faults = [list(row["errors"]) for row in batch["rows"]]
    assert faults == [[], [], ["credit_code"], ["credit_code"], ["kind"]]
    post(admin, batch, "confirm")
    assert parties(admin) == {"蓝海精密制造有限公司", "市场监督管理局"}
    again = upload(admin, "organisations", workbook(ORGANISATIONS, ["客户", "x", "", "", code, ""]))
    assert list(again.json()["rows"][0]["errors"]) == ["credit_code"]
    assert post(admin, batch, "undo").json()["kept"] == []
    assert parties(admin) == set()


def test_an_organisation_with_people_survives_the_undoing(admin: Client) -> None:
    content = workbook(ORGANISATIONS, ["客户", "蓝海精密制造有限公司", "", "", "", ""])
    batch = upload(admin, "organisations", content).json()
    post(admin, batch, "confirm")
    people = workbook(PEOPLE, ["周以宁", "z@c.example", "", "CC", "蓝海精密制造有限公司"])
    post(admin, upload(admin, "people", people).json(), "confirm")
    assert len(post(admin, batch, "undo").json()["kept"]) == 1
    assert parties(admin) == {"蓝海精密制造有限公司"}


def test_certificates_come_onto_the_clients_record(admin: Client, ours: Seat) -> None:
    client = engage(ours, name="蓝海")
    batch = upload(
        admin,
        "certificates",
        workbook(
            CERTIFICATES,
            CERTIFICATE,
            [*CERTIFICATE[:1], "00125Q2", *CERTIFICATE[2:4], "2025-03-01", "2025-02-01", "有效"],
            [*CERTIFICATE[:1], "00125Q3", *CERTIFICATE[2:6], "很好"],
            ["查无此司", "00125Q4", *CERTIFICATE[2:]],
            [*CERTIFICATE[:1], "00125Q5", *CERTIFICATE[2:4], "三月", "2028-02-29", "有效"],
            CERTIFICATE,
        ),
    ).json()
    faults = [list(row["errors"]) for row in batch["rows"]]
    assert faults == [[], ["expires_on"], ["status"], ["organisation"], ["issued_on"], ["number"]]
    post(admin, batch, "confirm")
    url = f"/api/identity/organisations/{client.id}/certificates"
    [certificate] = admin.get(url).json()
    assert (certificate["number"], certificate["status"]) == ("00125Q1", "valid")
    assert post(admin, batch, "undo").json()["kept"] == []
    assert admin.get(url).json() == []


def test_a_workbook_of_another_kind_is_refused_with_the_missing_columns(admin: Client) -> None:
    answer = upload(admin, "people", workbook(CERTIFICATES, CERTIFICATE))
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_columns")
    assert "姓名" in answer.json()["message"]


def test_other_files_and_empty_workbooks_are_refused(admin: Client) -> None:
    assert upload(admin, "people", b"name,email").status_code == 415
    assert upload(admin, "people", workbook(PEOPLE)).json()["code"] == "empty_workbook"
    assert upload(admin, "wishes", workbook(PEOPLE)).status_code == 404


def test_too_many_rows_are_refused(admin: Client) -> None:
    rows = [[f"第{n}人", f"p{n}@d.example", "", "", ""] for n in range(5_001)]
    answer = upload(admin, "people", workbook(PEOPLE, *rows))
    assert (answer.status_code, answer.json()["code"]) == (413, "workbook_too_large")


def test_if_every_row_is_wrong_there_is_nothing_to_confirm(admin: Client) -> None:
    batch = upload(admin, "people", workbook(PEOPLE, ["", "x", "", "", ""])).json()
    assert post(admin, batch, "confirm").json()["code"] == "nothing_to_import"


def test_the_history_lists_what_was_read_in(admin: Client) -> None:
    batch = upload(admin, "people", workbook(PEOPLE, ["陈星野", "c@d.example", "", "", ""])).json()
    [row] = admin.get(IMPORTS).json()["items"]
    assert (row["id"], row["created_by"]) == (batch["id"], "沈知远")


def test_imports_of_another_body_do_not_exist(admin: Client, theirs: Seat) -> None:
    batch = upload(admin, "people", workbook(PEOPLE, ["陈星野", "c@d.example", "", "", ""])).json()
    foreign = signed_in(theirs)
    assert foreign.get(IMPORTS).json()["total"] == 0
    assert foreign.get(f"{IMPORTS}/{batch['id']}").status_code == 404
    assert post(foreign, batch, "confirm").status_code == 404


def test_imports_are_the_administrators(ours: Seat) -> None:
    browser = signed_in(seat(ours, "PM"))
    upload(signed_in(ours), "people", workbook(PEOPLE, ["陈星野", "c@d.example", "", "", ""]))
    assert browser.get(IMPORTS).json()["total"] == 0
    assert upload(browser, "people", workbook(PEOPLE)).status_code == 403
