"""Training: courses held, and people who took part."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.models import Person
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.errors.cases import NotOfTheBodyError
from mingjian.programme.errors.training import (
    AlreadyTrainedError,
    ConfirmationOfAnotherError,
    CourseExistsError,
)
from mingjian.programme.models import IctConfirmation, TrainingCourse, TrainingRecord
from mingjian.programme.queries.training import course_of, course_view, record_of, record_view


def add_course(*, viewer: Viewer, values: Mapping[str, Any]) -> TrainingCourse:
    """A course, inside or outside the body."""
    row = TrainingCourse(owner_id=viewer.tenant_id, **values)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise CourseExistsError from None
        record(viewer, "course.added", row)
    return row


def update_course(
    *, viewer: Viewer, course_id: UUID, version: int, values: Mapping[str, Any]
) -> TrainingCourse:
    with transaction.atomic():
        found = course_of(viewer, course_id)
        row = TrainingCourse.objects.select_for_update().get(id=found.id)
        try:
            with transaction.atomic():
                before = change(
                    row, viewer=viewer, version=version, values=values, view=course_view
                )
        except IntegrityError:
            raise CourseExistsError from None
        record(viewer, "course.changed", row, before=before)
    return row


def add_participant(
    *, viewer: Viewer, course_id: UUID, person_id: UUID, values: Mapping[str, Any]
) -> TrainingRecord:
    """Somebody of the body took part, also one who has left since."""
    course = course_of(viewer, course_id)
    person = Person.objects.filter(id=person_id, owner_id=viewer.tenant_id).first()
    if person is None:
        raise NotOfTheBodyError
    row = TrainingRecord(
        owner_id=course.owner_id,
        course=course,
        person=person,
        **_checked(viewer, person.id, values),
    )
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise AlreadyTrainedError from None
        record(viewer, "training.recorded", row)
    return row


def update_participant(
    *, viewer: Viewer, record_id: UUID, version: int, values: Mapping[str, Any]
) -> TrainingRecord:
    """Result, certificate number, or what the training confirms."""
    with transaction.atomic():
        row = _locked(viewer, record_id)
        new = _checked(viewer, row.person_id, values)
        before = change(row, viewer=viewer, version=version, values=new, view=record_view)
        record(viewer, "training.changed", row, before=before)
    return row


def remove_participant(*, viewer: Viewer, record_id: UUID, reason: str) -> None:
    """Entered by mistake; the journal keeps that it was."""
    with transaction.atomic():
        row = _locked(viewer, record_id)
        before = row.digest()
        TrainingRecord.objects.filter(id=row.id).delete()
        record(viewer, "training.removed", row, before=before, reason=reason, removed=True)


def _checked(viewer: Viewer, person_id: UUID, values: Mapping[str, Any]) -> dict[str, Any]:
    """What a training confirms is a confirmation of the same person."""
    wanted = values.get("confirmation_id")
    if wanted:
        mine = IctConfirmation.objects.filter(owner_id=viewer.tenant_id, person_id=person_id)
        if not mine.filter(id=wanted).exists():
            raise ConfirmationOfAnotherError
    return dict(values)


def _locked(viewer: Viewer, record_id: UUID) -> TrainingRecord:
    found = record_of(viewer, record_id)
    rows = TrainingRecord.objects.select_for_update(of=("self",))
    return rows.select_related("course", "person").get(id=found.id)
