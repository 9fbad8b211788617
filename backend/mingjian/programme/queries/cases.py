"""Audit cases and their teams, as a viewer may see them."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact, facts_of_case
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditCase, TeamMember
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.case_states import CLOSED, CaseState, Step, current_step

AUDIT_ROLES = frozenset({"LA", "AU", "TE", "OBS"})
"""Roles that see only the cases whose team they are in."""

SORTABLE = {
    "number": "number",
    "client": "client__name",
    "kind": "kind",
    "mode": "mode",
    "state": "state",
    "due_by": "due_by",
    "starts_on": "starts_on",
}


def cases(
    viewer: Viewer,
    *,
    client_id: UUID | None = None,
    programme_id: UUID | None = None,
    state: str = "",
    mode: str = "",
    search: str = "",
) -> QuerySet[AuditCase]:
    """Cases the viewer may see; ``state`` is one, ``open`` (not closed), or ``any``."""
    rows = AuditCase.objects.filter(owned_or_about(viewer)).select_related("client")
    if viewer.role in AUDIT_ROLES:
        rows = rows.filter(Exists(memberships(viewer).filter(case=OuterRef("pk"))))
    if viewer.role == "CG":
        rows = rows.filter(id__in=filter(None, [viewer.scope]))
    if client_id:
        rows = rows.filter(client_id=client_id)
    if programme_id:
        rows = rows.filter(programme_id=programme_id)
    if state == "open":
        rows = rows.exclude(state__in=CLOSED)
    elif state not in {"", "any"}:
        rows = rows.filter(state=state)
    if mode:
        rows = rows.filter(mode=mode)
    if search:
        named = Q(client__name__icontains=search) | Q(client__short_name__icontains=search)
        initials = Q(client__initials__contains=search.lower())
        rows = rows.filter(named | initials | Q(number__icontains=search))
    return rows.order_by("due_by", "number", "id")


def memberships(viewer: Viewer) -> QuerySet[TeamMember]:
    """The teams in which the viewer is now."""
    people = filter(None, [viewer.person_id])
    return TeamMember.objects.filter(person_id__in=people, ended_at=None)


def case_of(viewer: Viewer, case_id: UUID) -> AuditCase:
    """One case the viewer may see; 404 otherwise."""
    row = cases(viewer).filter(id=case_id).prefetch_related(_running_team()).first()
    if row is None:
        raise NotFound
    return row


def case_for_process(viewer: Viewer, case_id: UUID) -> AuditCase:
    """One case of the tenant that a background process acts for."""
    return AuditCase.objects.select_related("client").get(owner_id=viewer.tenant_id, id=case_id)


def team_of(case: AuditCase) -> list[TeamMember]:
    """Who is in the team now, the lead auditor first."""
    rows = case.team.all() if "team" in getattr(case, "_prefetched_objects_cache", {}) else None
    members = list(rows if rows is not None else case.team.filter(ended_at=None))
    return sorted(members, key=lambda member: (list(ORDER).index(member.role), member.created_at))


ORDER = ("LA", "AU", "TE", "TR", "INT", "OBS")


def _running_team() -> Prefetch[str]:
    running = TeamMember.objects.filter(ended_at=None).select_related("person")
    return Prefetch("team", running.order_by("created_at"))


def entries_view(row: AuditCase) -> dict[str, Any]:
    """What people enter of a case: the part that a stale form is compared with."""
    names = (
        "schemes",
        "mode",
        "due_from",
        "due_by",
        "starts_on",
        "ends_on",
        "objectives",
        "scope",
        "criteria",
        "coordinator_id",
        "version",
    )
    return {name: getattr(row, name) for name in names}


def case_view(viewer: Viewer, row: AuditCase) -> dict[str, Any]:
    """A case as the API shows it, with its steps and what each still lacks."""
    names = (
        "id",
        "programme_id",
        "client_id",
        "number",
        "kind",
        "sequence",
        "state",
        "state_at",
        "state_reason",
    )
    facts = facts_of_case(viewer, row.id)
    return {
        **{name: getattr(row, name) for name in names},
        **entries_view(row),
        "client": row.client.name,
        "team": [member_view(member) for member in team_of(row)],
        "steps": steps_view(row, facts),
        "facts": facts,
        "is_closed": row.state in CLOSED,
    }


def summary_view(row: AuditCase) -> dict[str, Any]:
    """A case as a line of a list."""
    names = (
        "id",
        "client_id",
        "number",
        "kind",
        "sequence",
        "schemes",
        "mode",
        "state",
        "due_by",
        "starts_on",
        "ends_on",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "client": row.client.short_name or row.client.name,
    }


def steps_view(row: AuditCase, facts: list[CaseFact]) -> list[dict[str, Any]]:
    """The seven steps: done, current, waiting or stopped, with the number of missing facts."""
    missing = [fact for fact in facts if fact.gate and not fact.is_met]
    current = current_step(row.state, frozenset(fact.step for fact in missing))
    steps = list(Step)
    reached = steps.index(current) if current else len(steps)
    stopped = row.state in {CaseState.POSTPONED, CaseState.CANCELLED}
    return [
        {
            "step": step,
            "state": _step_state(place, reached, stopped=stopped),
            "missing": sum(1 for fact in missing if fact.step == step),
        }
        for place, step in enumerate(steps)
    ]


def _step_state(place: int, reached: int, *, stopped: bool) -> str:
    if stopped:
        return "stopped"
    if place == reached:
        return "current"
    return "done" if place < reached else "waiting"


def member_view(row: TeamMember) -> dict[str, Any]:
    """A team member as the API shows it."""
    names = (
        "id",
        "person_id",
        "role",
        "schemes",
        "codes",
        "days",
        "is_remote",
        "override_reason",
        "ended_at",
        "ended_reason",
        "version",
    )
    return {**{name: getattr(row, name) for name in names}, "name": row.person.name}
