"""Absences: entered by the person or by the office, changed, cancelled."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.team import AbsenceDaysError, AbsenceOverlapError
from mingjian.programme.models import Absence
from mingjian.programme.queries.absences import absence_view, interval_of
from mingjian.programme.services.competence import person_of_body


def enter_absence(*, viewer: Viewer, person_id: UUID, values: Mapping[str, Any]) -> Absence:
    """The person is away; days are local days of their own zone."""
    person = person_of_body(viewer, person_id)
    row = Absence(owner_id=viewer.tenant_id, person=person, zone=person.zone, **values)
    row.changed_by = name_of(viewer)
    with transaction.atomic():
        _check(row)
        row.save(force_insert=True)
        record(viewer, "absence.entered", row)
    return row


def update_absence(
    *, viewer: Viewer, absence_id: UUID, version: int, values: Mapping[str, Any]
) -> Absence:
    with transaction.atomic():
        row = _locked(viewer, absence_id)
        for name, value in values.items():
            setattr(row, name, value)
        _check(row)
        row.refresh_from_db()
        before = change(row, viewer=viewer, version=version, values=values, view=absence_view)
        record(viewer, "absence.changed", row, before=before)
    return row


def cancel_absence(*, viewer: Viewer, absence_id: UUID, version: int) -> Absence:
    """The person is there after all."""
    with transaction.atomic():
        row = _locked(viewer, absence_id)
        values = {"cancelled_at": clock.now()}
        before = change(row, viewer=viewer, version=version, values=values, view=absence_view)
        record(viewer, "absence.cancelled", row, before=before)
    return row


def _check(row: Absence) -> None:
    """The days are in order and overlap nothing entered already; the person is the lock."""
    if row.last < row.first:
        raise AbsenceDaysError
    interval = interval_of(row)
    if interval.end <= interval.start:
        raise AbsenceDaysError
    Person.objects.select_for_update().get(id=row.person_id)
    others = Absence.objects.filter(
        person=row.person, cancelled_at=None, first__lte=row.last, last__gte=row.first
    ).exclude(id=row.id)
    for other in others:
        if interval_of(other).meets(interval):
            raise AbsenceOverlapError(days=f"{other.first} – {other.last}")


def _locked(viewer: Viewer, absence_id: UUID) -> Absence:
    rows = Absence.objects.select_for_update(of=("self",)).filter(owner_id=viewer.tenant_id)
    row = rows.select_related("person").filter(id=absence_id, cancelled_at=None).first()
    if row is None:
        raise NotFound
    return row
