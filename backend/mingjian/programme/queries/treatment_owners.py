"""Who may answer for the treatment of a risk, and which treatments wait for whom."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models import Membership, Person
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, RiskRow, RiskState, TreatmentState
from mingjian.programme.queries.cases import cases, team_of
from mingjian.programme.queries.contacts import coordinator_of


def treatment_owners(viewer: Viewer, case: AuditCase) -> dict[UUID, str]:
    """The team, the body's programme managers and the client's coordinator, with their names."""
    found = {member.person_id: member.person.name for member in team_of(case)}
    today = clock.today(own_tenant(viewer).zone)
    managers = Membership.objects.in_force(today).filter(owner_id=case.owner_id, role="PM")
    for person in Person.objects.filter(
        id__in=managers.values("person_id"), owner_id=case.owner_id, is_active=True
    ).order_by("name"):
        found.setdefault(person.id, person.name)
    coordinator = coordinator_of(viewer, case)
    if coordinator:
        found[coordinator.id] = coordinator.name
    return found


def owner_views(viewer: Viewer, case: AuditCase) -> list[dict[str, Any]]:
    return [{"id": id_, "name": name} for id_, name in treatment_owners(viewer, case).items()]


def waiting_treatments(viewer: Viewer) -> QuerySet[RiskRow]:
    """Treatments in force that the viewer answers for and has not finished."""
    mine = filter(None, [viewer.person_id])
    rows = RiskRow.objects.filter(
        matrix__state=RiskState.APPROVED,
        matrix__case__in=cases(viewer, state="open").order_by(),
        treated_by_id__in=mine,
        state=TreatmentState.OPEN,
        removed_at=None,
    ).exclude(treatment="")
    return rows.select_related("matrix__case__client").order_by("due_on", "id")


def overdue_treatments(case: AuditCase, zone: str) -> QuerySet[RiskRow]:
    """Treatments in force whose day has passed."""
    return RiskRow.objects.filter(
        matrix__case=case,
        matrix__state=RiskState.APPROVED,
        state=TreatmentState.OPEN,
        due_on__lt=clock.today(zone),
        removed_at=None,
    ).exclude(treatment="")
