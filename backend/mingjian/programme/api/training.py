"""``/api/programme/training``: courses, and who took part in them."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import TrainingCourse, TrainingRecord
from mingjian.programme.queries.training import (
    COURSE_SORTABLE,
    RECORD_SORTABLE,
    course_of,
    course_view,
    courses,
    record_of,
    record_view,
    records,
)
from mingjian.programme.schemas.forms import Reason
from mingjian.programme.schemas.training import (
    CourseChange,
    CourseOut,
    CoursesQuery,
    NewCourse,
    NewParticipant,
    ParticipantChange,
    RecordsQuery,
    TrainingOut,
)
from mingjian.programme.services.training import (
    add_course,
    add_participant,
    remove_participant,
    update_course,
    update_participant,
)

router = Router()

COURSES: Columns[TrainingCourse] = {
    ("培训名称", "Course"): lambda row: row.title,
    ("类别", "Kind"): lambda row: row.get_kind_display(),
    ("举办单位", "Provider"): lambda row: row.provider,
    ("学时", "Hours"): lambda row: row.hours,
    ("日期", "Date"): lambda row: row.held_on,
    ("内容", "Content"): lambda row: row.content,
    ("人数", "People"): lambda row: row.records.count(),
}
RECORDS: Columns[TrainingRecord] = {
    ("人员", "Person"): lambda row: row.person.name,
    ("邮箱", "E-mail"): lambda row: row.person.email,
    ("培训名称", "Course"): lambda row: row.course.title,
    ("类别", "Kind"): lambda row: row.course.get_kind_display(),
    ("举办单位", "Provider"): lambda row: row.course.provider,
    ("学时", "Hours"): lambda row: row.course.hours,
    ("日期", "Date"): lambda row: row.course.held_on,
    ("结果", "Result"): lambda row: row.get_result_display(),
    ("证书编号", "Certificate"): lambda row: row.certificate_number,
    ("支持的能力", "Supports"): lambda row: row.confirms,
}


@router.get("/courses", response=Page[CourseOut])
@requires("competence", "R")
def list_courses(request: AuthorisedRequest, query: Query[CoursesQuery]) -> Any:
    rows = courses(request.viewer, kind=query.kind, search=query.search)
    rows = ordered(rows, query.sort, COURSE_SORTABLE)
    return page_or_workbook(rows, query, course_view, name="培训", columns=COURSES)


@router.post("/courses", response={201: CourseOut})
@requires("competence", "A")
def create_course(request: AuthorisedRequest, new: NewCourse) -> Any:
    return Status(201, course_view(add_course(viewer=request.viewer, values=new.model_dump())))


@router.get("/courses/{uuid:course_id}", response=CourseOut)
@requires("competence", "R")
def read_course(request: AuthorisedRequest, course_id: UUID) -> Any:
    return course_view(course_of(request.viewer, course_id))


@router.patch("/courses/{uuid:course_id}", response=CourseOut)
@requires("competence", "A")
def change_course(request: AuthorisedRequest, course_id: UUID, change: CourseChange) -> Any:
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    return course_view(
        update_course(
            viewer=request.viewer, course_id=course_id, version=change.version, values=values
        )
    )


@router.post("/courses/{uuid:course_id}/participants", response={201: TrainingOut})
@requires("competence", "A")
def add(request: AuthorisedRequest, course_id: UUID, new: NewParticipant) -> Any:
    """Somebody took part."""
    made = add_participant(
        viewer=request.viewer,
        course_id=course_id,
        person_id=new.person_id,
        values=new.model_dump(exclude={"person_id"}),
    )
    return Status(201, record_view(record_of(request.viewer, made.id)))


@router.get("/records", response=Page[TrainingOut])
@requires("competence", "R")
def list_records(request: AuthorisedRequest, query: Query[RecordsQuery]) -> Any:
    filters = query.model_dump(include={"course_id", "person_id", "search"})
    rows = ordered(records(request.viewer, **filters), query.sort, RECORD_SORTABLE)
    return page_or_workbook(rows, query, record_view, name="培训记录", columns=RECORDS)


@router.patch("/records/{uuid:record_id}", response=TrainingOut)
@requires("competence", "A")
def change_record(request: AuthorisedRequest, record_id: UUID, change: ParticipantChange) -> Any:
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    update_participant(
        viewer=request.viewer, record_id=record_id, version=change.version, values=values
    )
    return record_view(record_of(request.viewer, record_id))


@router.post("/records/{uuid:record_id}/remove", response={204: None})
@requires("competence", "A")
def remove(request: AuthorisedRequest, record_id: UUID, why: Reason) -> Any:
    """Entered by mistake."""
    remove_participant(viewer=request.viewer, record_id=record_id, reason=why.reason)
    return Status(204, None)
