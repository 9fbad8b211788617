"""Training records from a workbook: one row per person and course."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.identity.models import Person
from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Email, Input, Line, OptionalLine
from mingjian.kit.words import in_language
from mingjian.programme.models import TrainingCourse, TrainingRecord
from mingjian.programme.models.training import CourseKind, TrainingResult
from mingjian.programme.services.training import add_course, add_participant

REPEATED = ("与前面的行重复。", "An earlier row has the same.")
REGISTERED = ("此人的这次培训已登记。", "This training of this person is on file.")
UNKNOWN = ("本机构没有使用此邮箱的人员。", "Nobody of your body has this address.")
NOT_A_KIND = ("可选：内部、外部。", "One of: internal, external.")
NOT_A_RESULT = ("可选：合格、已参加、不合格。", "One of: passed, attended, failed.")
IN_USE = ("该培训记录已被修改或用于能力确认，予以保留。", "Was changed or is used; kept.")
OPTIONAL = ("可不填", "optional")
REQUIRED = ("必填", "required")

Hours = Annotated[Decimal, Field(gt=0, le=1000, multiple_of=Decimal("0.5"))]
Short = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\n\r\t]*$")]

KINDS = {name: kind.value for kind in CourseKind for name in (kind.value, str(kind.label))}
RESULTS = {
    name: result.value for result in TrainingResult for name in (result.value, str(result.label))
}


class TrainingRow(Input):
    email: Email
    title: Line
    kind: OptionalLine = "internal"
    provider: OptionalLine = ""
    hours: Hours
    held_on: date
    result: OptionalLine = "attended"
    certificate_number: Short = ""
    confirms: OptionalLine = ""


class TrainingImport(Kind[TrainingRow]):
    name = "training"
    title = ("培训记录", "Training records")
    note = (
        "每行是一人的一次培训；人员按邮箱识别，须已登记。",
        "One row is one person's part in one course; people are known by their address.",
    )
    page = "/training"
    rule = Rule("competence", "C")
    row = TrainingRow
    columns = (
        Column("email", ("邮箱", "E-mail"), "wang@body.example", REQUIRED),
        Column("title", ("培训名称", "Course"), "远程审核工具实操", REQUIRED),
        Column("kind", ("类别", "Kind"), "内部", NOT_A_KIND),
        Column("provider", ("举办单位", "Provider"), "本机构培训部", OPTIONAL),
        Column("hours", ("学时", "Hours"), "4", REQUIRED),
        Column("held_on", ("日期", "Date"), "2026-03-02", REQUIRED),
        Column("result", ("结果", "Result"), "合格", NOT_A_RESULT),
        Column("certificate_number", ("证书编号", "Certificate"), "", OPTIONAL),
        Column("confirms", ("支持的能力", "Supports"), "软件", OPTIONAL),
    )

    def check(self, row: TrainingRow) -> dict[str, str]:
        wrong = {}
        person = self._person(row.email)
        if person is None:
            wrong["email"] = in_language(UNKNOWN)
        elif self.is_repeated((person.id, row.title, row.held_on)):
            wrong["title"] = in_language(REPEATED)
        elif TrainingRecord.objects.filter(
            person=person, course__title=row.title, course__held_on=row.held_on
        ).exists():
            wrong["title"] = in_language(REGISTERED)
        if row.kind.lower() not in KINDS:
            wrong["kind"] = in_language(NOT_A_KIND)
        if row.result.lower() not in RESULTS:
            wrong["result"] = in_language(NOT_A_RESULT)
        return wrong

    def make(self, row: TrainingRow) -> UUID:
        person = self._person(row.email)
        assert person is not None  # noqa: S101  (the row was checked)
        mine = TrainingCourse.objects.filter(owner_id=self.viewer.tenant_id)
        course = mine.filter(title=row.title, held_on=row.held_on).first() or add_course(
            viewer=self.viewer,
            values={
                "title": row.title,
                "kind": KINDS[row.kind.lower()],
                "provider": row.provider,
                "hours": row.hours,
                "held_on": row.held_on,
            },
        )
        made = add_participant(
            viewer=self.viewer,
            course_id=course.id,
            person_id=person.id,
            values={
                "result": RESULTS[row.result.lower()],
                "certificate_number": row.certificate_number,
                "confirms": row.confirms,
            },
        )
        return made.id

    def unmake(self, made: UUID) -> str:
        row = TrainingRecord.objects.filter(id=made, version=1, confirmation=None).first()
        if row is None:
            return in_language(IN_USE)
        before, course = row.digest(), row.course
        TrainingRecord.objects.filter(id=made).delete()
        record(self.viewer, "training.removed", row, before=before, removed=True)
        if course.version == 1 and not course.records.exists():
            before = course.digest()
            TrainingCourse.objects.filter(id=course.id).delete()
            record(self.viewer, "course.removed", course, before=before, removed=True)
        return ""

    def _person(self, email: str) -> Person | None:
        return Person.objects.filter(owner_id=self.viewer.tenant_id, email=email).first()
