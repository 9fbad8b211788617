"""Who reaches which audit: the resolver of audit roles, and the step from a route to a case.

A body's administrators, programme managers, reviewers, decision makers and quality officers
see every case of their body. Auditors, experts and observers see the cases whose team they
are in, and act there in the role they have *in that team*, whatever role their login holds.
A client's coordinator sees the client's own cases, an authority those of bodies it oversees.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from mingjian.identity.authority import AuditRole
from mingjian.kit.access import AuthorisedRequest, Facts, Viewer, demand
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.keys.services import records_of
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, Objection, Survey, TeamMember
from mingjian.programme.queries.cases import AUDIT_ROLES, case_of, memberships, team_of
from mingjian.programme.queries.surveys import survey_of

ROLE_IN_MATRIX = {"TR": "TE", "INT": "OBS"}
"""Team roles that the matrix does not know act as the narrowest role that fits them."""


class TeamRoles:
    """Implements ``identity.authority.AuditRoles``: what a person is on which case."""

    def roles(self, viewer: Viewer) -> list[AuditRole]:
        if viewer.role not in AUDIT_ROLES:
            return []
        # Rights are asked for before the request's own scope is entered.
        with tenant_scope(viewer.owners):
            held = list(memberships(viewer).values_list("role", "case_id"))
        return [AuditRole(ROLE_IN_MATRIX.get(role, role), case_id) for role, case_id in held]


class CaseRegister:
    """Implements ``kit.keys.orphans.AuditRegister``: which audits, and records of them, exist."""

    def existing(self, tenant_id: UUID, audit_ids: set[UUID]) -> set[UUID]:
        ids = AuditCase.objects.filter(owner_id=tenant_id).values_list("id", flat=True)
        return audit_ids & {known for audit_id in ids for known in (audit_id, records_of(audit_id))}


def reach_case(request: AuthorisedRequest, case_id: UUID, **known: Any) -> AuditCase:
    """The case, if the viewer may see it (else 404) and holds the operation's right on it (403).

    ``known`` adds to its :class:`Facts`: ``aspect`` names the one part that is touched, where a
    bracket opens that part only; a later stage says whose its row is.
    """
    case = case_of(request.viewer, case_id)
    demand_on_case(request, case, **known)
    return case


def demand_on_case(request: AuthorisedRequest, case: AuditCase, **known: Any) -> None:
    """403 unless the operation's right holds on this case, however it was reached."""
    request.grants = tuple(
        grant
        for grant in request.grants
        if grant.audit_id == case.id
        or (grant.audit_id is None and request.viewer.role not in AUDIT_ROLES)
    )
    demand(request, replace(facts_of(case), **known))


def facts_of(case: AuditCase) -> Facts:
    """What the matrix's qualifiers may ask about a case."""
    return Facts(
        object_id=case.id,
        audit_id=case.id,
        party_id=case.client_id,
        team=frozenset(member.person_id for member in team_of(case)),
        state=case.state,
    )


def reach_survey(request: AuthorisedRequest, survey_id: UUID) -> Survey:
    """A survey, reached as its case is; one of a campaign is read by teams, not written."""
    survey = survey_of(request.viewer, survey_id)
    if survey.case_id:
        reach_case(request, survey.case_id)
    elif request.viewer.role in AUDIT_ROLES and any(each.right != "R" for each in request.grants):
        raise NotPermitted
    return survey


def reach_member(request: AuthorisedRequest, member_id: UUID) -> AuditCase:
    """The case of a team member, reached as by :func:`reach_case`."""
    found = TeamMember.objects.filter(id=member_id).first()
    if found is None:
        raise NotFound
    return reach_case(request, found.case_id)


def reach_objection(request: AuthorisedRequest, objection_id: UUID) -> AuditCase:
    """The case of an objection, reached as by :func:`reach_case`."""
    found = Objection.objects.select_related("member").filter(id=objection_id).first()
    if found is None:
        raise NotFound
    return reach_case(request, found.member.case_id)
