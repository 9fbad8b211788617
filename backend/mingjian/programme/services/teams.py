"""Audit teams: who joins, as what, and who leaves."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.programme.errors.cases import (
    AlreadyInTeamError,
    CaseSchemesError,
    LeadAuditorExistsError,
    NotOfTheBodyError,
)
from mingjian.programme.errors.team import OverrideReasonError, UnsuitableError
from mingjian.programme.events import TeamChanged
from mingjian.programme.models import AuditCase, TeamMember, TeamRole
from mingjian.programme.queries.assignments import judged
from mingjian.programme.queries.cases import member_view
from mingjian.programme.rules.suitability import Reason
from mingjian.programme.services.cases import locked_case

JUDGED = {"role", "schemes", "codes"}
"""What decides whether a member suits; days and place do not."""


def add_member(
    *, viewer: Viewer, case_id: UUID, person_id: UUID, role: str, values: Mapping[str, Any]
) -> TeamMember:
    """One more person in the team of a case that is not closed."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        person = Person.objects.filter(
            id=person_id, owner_id=viewer.tenant_id, is_active=True
        ).first()
        if person is None:
            raise NotOfTheBodyError
        member = TeamMember(owner_id=case.owner_id, case=case, person=person, role=role)
        for name, value in _checked(case, values).items():
            setattr(member, name, value)
        _check_place(member, role=role)
        check_suitable(member)
        member.save(force_insert=True)
        _announce(member)
        record(viewer, "team.joined", member, reason=member.override_reason)
    return member


def update_member(
    *, viewer: Viewer, member_id: UUID, version: int, values: Mapping[str, Any]
) -> TeamMember:
    """Change role, schemes, codes, days or whether the member works remotely."""
    with transaction.atomic():
        member = locked_member(viewer, member_id)
        new = _checked(member.case, values)
        if new.get("role", member.role) != member.role:
            _check_place(member, role=new["role"])
        before = change(member, viewer=viewer, version=version, values=new, view=member_view)
        if JUDGED & new.keys():
            check_suitable(member)
        _announce(member)
        record(viewer, "team.changed", member, before=before, reason=member.override_reason)
    return member


def release_member(*, viewer: Viewer, member_id: UUID, version: int, reason: str) -> TeamMember:
    """The person leaves the team and reaches the case no longer."""
    with transaction.atomic():
        member = locked_member(viewer, member_id)
        values = {"ended_at": clock.now(), "ended_reason": reason}
        before = change(member, viewer=viewer, version=version, values=values, view=member_view)
        _announce(member)
        record(viewer, "team.left", member, before=before, reason=reason)
    return member


def locked_member(viewer: Viewer, member_id: UUID) -> TeamMember:
    """A running member of a case the viewer may see, locked until the transaction ends."""
    found = TeamMember.objects.filter(id=member_id, ended_at=None).first()
    if found is None:
        raise NotFound
    locked_case(viewer, found.case_id)
    rows = TeamMember.objects.select_for_update(of=("self",)).select_related("case", "person")
    return rows.get(id=member_id)


def check_suitable(member: TeamMember) -> None:
    """Refuse what the rules forbid; a warning is passed over with a reason only."""
    found = [
        reason
        for reason in judged(
            member.case,
            member.person,
            role=member.role,
            schemes=member.schemes,
            codes=member.codes,
        )
        if not reason.is_good
    ]
    if faults := [reason for reason in found if reason.blocks]:
        raise UnsuitableError(why=sentences(faults))
    if found and not member.override_reason:
        raise OverrideReasonError(why=sentences(found))


def sentences(found: Sequence[Reason]) -> str:
    """What speaks against somebody, each with the clause that asks for it."""
    return " ".join(
        f"{each.words}（{each.clause}）" if each.clause else str(each.words) for each in found
    )


def _checked(case: AuditCase, values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    if "schemes" in checked and not set(checked["schemes"]) <= set(case.schemes):
        raise CaseSchemesError(schemes="、".join(case.schemes))
    return checked


def _announce(member: TeamMember) -> None:
    announce(
        TeamChanged(owner_id=member.owner_id, case_id=member.case_id, person_id=member.person_id)
    )


def _check_place(member: TeamMember, *, role: str) -> None:
    """Everybody once, and one lead auditor; the lock on the case keeps it so."""
    others = TeamMember.objects.filter(case=member.case, ended_at=None).exclude(id=member.id)
    if others.filter(person=member.person).exists():
        raise AlreadyInTeamError
    if role == TeamRole.LEAD_AUDITOR and others.filter(role=role).exists():
        raise LeadAuditorExistsError
