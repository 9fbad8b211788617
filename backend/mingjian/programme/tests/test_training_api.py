"""S44: what people were trained in, by course and by person, in and out of Excel."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import found, seat, signed_in
from mingjian.programme.services.imports.training import TrainingImport

pytestmark = pytest.mark.django_db

COURSES, RECORDS = "/api/programme/training/courses", "/api/programme/training/records"
IMPORTS, ICT = "/api/identity/imports", "/api/programme/ict"
COURSE = {"title": "远程审核工具实操", "hours": 4, "held_on": "2026-03-02"}


class Desk:
    def __init__(self) -> None:
        self.founder = found()
        self.manager = seat(self.founder, "PM")
        self.auditor = seat(self.founder, "AU", name="王磊")
        self.other = seat(self.founder, "AU", name="何轩")

    def browser(self, who: Seat | None = None) -> Client:
        return signed_in(who or self.manager)

    def course(self, **values: Any) -> dict[str, Any]:
        return post(self.browser(), COURSES, **COURSE | values).json()  # type: ignore[no-any-return]

    def trained(self, course: dict[str, Any], who: Seat, **values: Any) -> Any:
        path = f"{COURSES}/{course['id']}/participants"
        return post(self.browser(), path, person_id=str(who.person.id), **values)

    def upload(self, *rows: list[Any]) -> dict[str, Any]:
        book = Workbook()
        book.worksheets[0].append([column.heading[0] for column in TrainingImport.columns])
        for row in rows:
            book.worksheets[0].append(row)
        content = BytesIO()
        book.save(content)
        file = SimpleUploadedFile("培训.xlsx", content.getvalue())
        answer = self.browser().post(f"{IMPORTS}?kind=training", {"file": file})
        assert answer.status_code == 201, answer.content
        return answer.json()  # type: ignore[no-any-return]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def post(browser: Client, path: str, **values: Any) -> Any:
    return browser.post(path, values, content_type="application/json")


def test_a_course_lists_its_people_and_a_person_their_courses(desk: Desk) -> None:
    course = desk.course()
    desk.trained(course, desk.auditor, result="passed", certificate_number="T-7")
    other = desk.course(title="信息安全", kind="external", provider="协会")
    desk.trained(other, desk.auditor)
    of_course = desk.browser().get(RECORDS, {"course_id": course["id"]}).json()["items"]
    assert [(each["person"], each["certificate_number"]) for each in of_course] == [("王磊", "T-7")]
    mine = {"person_id": str(desk.auditor.person.id)}
    of_person = desk.browser(desk.auditor).get(RECORDS, mine).json()["items"]
    assert {each["course"] for each in of_person} == {"远程审核工具实操", "信息安全"}
    listed = desk.browser().get(COURSES).json()["items"]
    assert {each["title"]: each["people"] for each in listed} == {
        "远程审核工具实操": 1,
        "信息安全": 1,
    }


def test_nobody_is_listed_twice_and_no_course_is_held_twice_a_day(desk: Desk) -> None:
    course = desk.course()
    desk.trained(course, desk.auditor)
    assert desk.trained(course, desk.auditor).json()["code"] == "already_in_course"
    assert post(desk.browser(), COURSES, **COURSE).json()["code"] == "course_exists"


def test_a_training_supports_a_confirmation_of_the_same_person_only(desk: Desk) -> None:
    items = ["headset", "camera", "second_screen", "network"]
    row = post(desk.browser(desk.auditor), ICT, area="hardware", items=items).json()
    course = desk.course()
    wrong = desk.trained(course, desk.other, confirmation_id=row["id"])
    assert wrong.json()["code"] == "confirmation_of_another"
    right = desk.trained(course, desk.auditor, confirmation_id=row["id"])
    assert right.json()["confirmed_area"] == "hardware"


def test_an_auditor_reads_but_does_not_write(desk: Desk) -> None:
    assert desk.browser(desk.auditor).get(COURSES).status_code == 200
    assert post(desk.browser(desk.auditor), COURSES, **COURSE).status_code == 403


def test_a_mistaken_entry_is_removed_with_a_reason(desk: Desk) -> None:
    record = desk.trained(desk.course(), desk.auditor).json()
    answer = post(desk.browser(), f"{RECORDS}/{record['id']}/remove", reason="录错人")
    assert answer.status_code == 204
    assert desk.browser().get(RECORDS).json()["total"] == 0


def test_a_workbook_is_checked_confirmed_and_taken_back(desk: Desk) -> None:
    right = [
        desk.auditor.person.email,
        "信息安全",
        "外部",
        "协会",
        8,
        "2026-04-01",
        "合格",
        "C1",
        "",
    ]
    wrong = ["nobody@body.example", "信息安全", "半内部", "", 8, "2026-04-01", "", "", ""]
    batch = desk.upload(right, wrong)
    errors = [row["errors"] for row in batch["rows"]]
    assert errors[0] == {}
    assert set(errors[1]) == {"email", "kind"}
    post(desk.browser(), f"{IMPORTS}/{batch['id']}/confirm")
    [record] = desk.browser().get(RECORDS).json()["items"]
    assert (record["person"], record["result"], record["hours"]) == ("王磊", "passed", 8)
    post(desk.browser(), f"{IMPORTS}/{batch['id']}/undo")
    assert desk.browser().get(COURSES).json()["total"] == 0


def test_the_list_leaves_as_a_workbook(desk: Desk) -> None:
    desk.trained(desk.course(), desk.auditor, result="passed")
    answer = desk.browser().get(RECORDS, {"format": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert [cell.value for cell in sheet[2]][:3] == [
        "王磊",
        desk.auditor.person.email,
        "远程审核工具实操",
    ]


def test_a_course_is_put_right_its_people_stay_and_who_saves_second_is_told(desk: Desk) -> None:
    course = desk.course()
    desk.trained(course, desk.auditor)
    path, given = f"{COURSES}/{course['id']}", {"title": "远程审核实操", "hours": 6}
    body = given | {"version": course["version"]}
    saved = desk.browser().patch(path, body, content_type="application/json").json()
    assert (saved["title"], saved["hours"], saved["people"]) == ("远程审核实操", 6.0, 1)
    late = desk.browser().patch(path, body, content_type="application/json")
    assert (late.status_code, late.json()["code"]) == (409, "stale")
