"""Impartiality: interests registered, treated and decided upon; declarations signed."""

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
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.team import (
    AlreadyDeclaredError,
    InterestDaysError,
    NotInTeamError,
    OwnDecisionError,
    SignedNameError,
)
from mingjian.programme.models import AuditCase, Declaration, Interest
from mingjian.programme.queries.impartiality import interest_view, statement_for
from mingjian.programme.queries.scope import engaged_client
from mingjian.programme.services.competence import acting_person, person_of_body


def register_interest(
    *, viewer: Viewer, person_id: UUID, client_id: UUID, values: Mapping[str, Any]
) -> Interest:
    """What ties a person to a client of the body."""
    engaged_client(viewer, client_id)
    person = person_of_body(viewer, person_id)
    row = Interest(owner_id=viewer.tenant_id, person=person, client_id=client_id, **values)
    row.changed_by = name_of(viewer)
    _check_days(row)
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "interest.registered", row)
    return row


def update_interest(
    *, viewer: Viewer, interest_id: UUID, version: int, values: Mapping[str, Any]
) -> Interest:
    """Change the days or what is known of it; a decision that rested on it is open again."""
    with transaction.atomic():
        row = _locked(viewer, interest_id)
        values = {**values, "decision": "open", "decided_by": None, "decided_at": None}
        before = change(row, viewer=viewer, version=version, values=values, view=interest_view)
        _check_days(row)
        record(viewer, "interest.changed", row, before=before)
    return row


def decide_interest(
    *,
    viewer: Viewer,
    interest_id: UUID,
    version: int,
    decision: str,
    treatment: str,
    reason: str,
) -> Interest:
    """The committee decides: no threat, with safeguards, or excluded; never on oneself."""
    with transaction.atomic():
        row = _locked(viewer, interest_id)
        if row.person_id == viewer.person_id:
            raise OwnDecisionError
        values = {
            "decision": decision,
            "treatment": treatment,
            "decision_reason": reason,
            "decided_by_id": acting_person(viewer),
            "decided_at": clock.now(),
        }
        before = change(row, viewer=viewer, version=version, values=values, view=interest_view)
        record(viewer, "interest.decided", row, before=before, reason=reason)
    return row


def sign_declaration(
    *, viewer: Viewer, signed_name: str, has_interests: bool, case: AuditCase | None = None
) -> Declaration:
    """The viewer signs for this year, or for one case whose team they are in."""
    person = person_of_body(viewer, acting_person(viewer))
    if signed_name.replace(" ", "") != person.name.replace(" ", ""):
        raise SignedNameError(name=person.name)
    if case and not case.team.filter(person=person, ended_at=None).exists():
        raise NotInTeamError
    row = _declaration(viewer, person, case)
    row.has_interests, row.signed_name = has_interests, signed_name
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise AlreadyDeclaredError from None
        record(viewer, "declaration.signed", row)
    return row


def _declaration(viewer: Viewer, person: Person, case: AuditCase | None) -> Declaration:
    tenant = own_tenant(viewer)
    year = clock.today(tenant.zone).year
    # The same words as queries.impartiality.owed_by showed before the signature.
    subject = f"{case.client.name} {case.number}" if case else str(year)
    return Declaration(
        owner_id=viewer.tenant_id,
        person=person,
        case=case,
        year=year,
        statement=statement_for(person, tenant, subject=subject),
        signed_at=clock.now(),
    )


def _check_days(row: Interest) -> None:
    if row.until and row.until < row.since:
        raise InterestDaysError


def _locked(viewer: Viewer, interest_id: UUID) -> Interest:
    rows = Interest.objects.select_for_update(of=("self",)).filter(owner_id=viewer.tenant_id)
    row = rows.select_related("person", "client", "decided_by").filter(id=interest_id).first()
    if row is None:
        raise NotFound
    return row
