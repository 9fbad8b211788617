"""Courses and who took part in them."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from mingjian.identity.models.named import called
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import TrainingCourse, TrainingRecord

COURSE_SORTABLE = {
    "title": "title",
    "kind": "kind",
    "held_on": "held_on",
    "hours": "hours",
    "provider": "provider",
}
RECORD_SORTABLE = {
    "person": "person__name",
    "course": "course__title",
    "held_on": "course__held_on",
    "result": "result",
}


def courses(viewer: Viewer, *, kind: str = "", search: str = "") -> QuerySet[TrainingCourse]:
    """Courses of the viewer's body, the newest first."""
    rows = TrainingCourse.objects.filter(owner_id=viewer.tenant_id)
    if kind:
        rows = rows.filter(kind=kind)
    if search:
        rows = rows.filter(Q(title__icontains=search) | Q(provider__icontains=search))
    return rows.annotate(people=Count("records")).order_by("-held_on", "title", "id")


def course_of(viewer: Viewer, course_id: UUID) -> TrainingCourse:
    row = courses(viewer).filter(id=course_id).first()
    if row is None:
        raise NotFound
    return row


def records(
    viewer: Viewer,
    *,
    course_id: UUID | None = None,
    person_id: UUID | None = None,
    search: str = "",
) -> QuerySet[TrainingRecord]:
    """Who took part in what, the newest first."""
    rows = TrainingRecord.objects.filter(owner_id=viewer.tenant_id)
    rows = rows.select_related("course", "person", "confirmation")
    if course_id:
        rows = rows.filter(course_id=course_id)
    if person_id:
        rows = rows.filter(person_id=person_id)
    if search:
        rows = rows.filter(called(search, "person__") | Q(course__title__icontains=search))
    return rows.order_by("-course__held_on", "person__name", "id")


def record_of(viewer: Viewer, record_id: UUID) -> TrainingRecord:
    row = records(viewer).filter(id=record_id).first()
    if row is None:
        raise NotFound
    return row


def course_view(row: TrainingCourse) -> dict[str, Any]:
    """A course as the API shows it."""
    names = ("id", "title", "kind", "provider", "hours", "held_on", "content", "version")
    people = getattr(row, "people", None)
    return {
        **{name: getattr(row, name) for name in names},
        "people": row.records.count() if people is None else people,
    }


def record_view(row: TrainingRecord) -> dict[str, Any]:
    """One person's part in a course as the API shows it."""
    names = (
        "id",
        "course_id",
        "person_id",
        "result",
        "certificate_number",
        "confirms",
        "confirmation_id",
        "version",
    )
    course, confirmation = row.course, row.confirmation
    return {
        **{name: getattr(row, name) for name in names},
        "person": row.person.name,
        "course": course.title,
        "kind": course.kind,
        "provider": course.provider,
        "hours": course.hours,
        "held_on": course.held_on,
        "confirmed_area": confirmation.area if confirmation else "",
        "confirmed_until": confirmation.valid_until if confirmation else None,
    }
