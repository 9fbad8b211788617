"""Qualifications: granted by somebody else, changed, withdrawn."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.programme.errors.team import (
    OwnQualificationError,
    PersonUnknownError,
    QualificationDaysError,
    QualificationHeldError,
    UnknownSchemeError,
)
from mingjian.programme.models import Qualification
from mingjian.programme.queries.competence import qualification_view
from mingjian.programme.queries.team_rules import team_rules
from mingjian.programme.rules.schemes import SCHEMES


def grant_qualification(
    *, viewer: Viewer, person_id: UUID, values: Mapping[str, Any]
) -> Qualification:
    """One more qualification of a colleague; one that ran out makes way for it."""
    _check_two_people(viewer, person_id)
    person = person_of_body(viewer, person_id)
    row = Qualification(owner_id=viewer.tenant_id, person=person, **_checked(values))
    row.granted_by_id, row.changed_by = acting_person(viewer), name_of(viewer)
    _check_days(row)
    with transaction.atomic():
        _close_expired(viewer, row)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise QualificationHeldError from None
        record(viewer, "qualification.granted", row)
    return row


def update_qualification(
    *, viewer: Viewer, qualification_id: UUID, version: int, values: Mapping[str, Any]
) -> Qualification:
    """Change codes, days or evidence; whoever does so answers for the grant from now on."""
    with transaction.atomic():
        row = _locked(viewer, qualification_id)
        _check_two_people(viewer, row.person_id)
        new = _checked(values) | {"granted_by_id": acting_person(viewer)}
        before = change(row, viewer=viewer, version=version, values=new, view=qualification_view)
        _check_days(row)
        record(viewer, "qualification.changed", row, before=before)
    return row


def withdraw_qualification(
    *, viewer: Viewer, qualification_id: UUID, version: int, reason: str
) -> Qualification:
    """From now on it counts no longer; it stays listed."""
    with transaction.atomic():
        row = _locked(viewer, qualification_id)
        _check_two_people(viewer, row.person_id)
        values = {"ended_at": clock.now(), "ended_reason": reason}
        before = change(row, viewer=viewer, version=version, values=values, view=qualification_view)
        record(viewer, "qualification.withdrawn", row, before=before, reason=reason)
    return row


def person_of_body(viewer: Viewer, person_id: UUID) -> Person:
    """An active person of the viewer's own tenant."""
    person = Person.objects.filter(id=person_id, owner_id=viewer.tenant_id, is_active=True).first()
    if person is None:
        raise PersonUnknownError
    return person


def acting_person(viewer: Viewer) -> UUID:
    if viewer.person_id is None:
        raise NotPermitted
    return viewer.person_id


def _check_two_people(viewer: Viewer, person_id: UUID) -> None:
    if viewer.person_id == person_id:
        raise OwnQualificationError(clause=team_rules(viewer.tenant_id).clauses["competence"])


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    if "scheme" in checked and checked["scheme"] not in SCHEMES:
        raise UnknownSchemeError(schemes="、".join(SCHEMES))
    if "codes" in checked:
        checked["codes"] = list(dict.fromkeys(checked["codes"]))
    return checked


def _check_days(row: Qualification) -> None:
    if row.valid_to and row.valid_to < row.valid_from:
        raise QualificationDaysError


def _close_expired(viewer: Viewer, new: Qualification) -> None:
    """What ran out makes way for the same qualification with new days."""
    today = clock.today(own_tenant(viewer).zone)
    rows = Qualification.objects.select_for_update().filter(
        owner_id=new.owner_id,
        person=new.person,
        scheme=new.scheme,
        role=new.role,
        ended_at=None,
        valid_to__lt=today,
    )
    for row in rows:
        before = row.digest()
        row.ended_at = clock.now()
        row.version += 1
        row.save()
        record(viewer, "qualification.renewed", row, before=before)


def _locked(viewer: Viewer, qualification_id: UUID) -> Qualification:
    rows = Qualification.objects.select_for_update(of=("self",))
    rows = rows.filter(owner_id=viewer.tenant_id, id=qualification_id, ended_at=None)
    row = rows.select_related("person", "granted_by").first()
    if row is None:
        raise NotFound
    return row
