"""When people are booked on audits: by the items of a plan, or by the audit's days without one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models import Tenant
from mingjian.programme.models import AuditCase, PlanItem, PlanState, Site, TeamMember
from mingjian.programme.rules.availability import Busy, audit_days
from mingjian.programme.rules.case_states import CLOSED, CaseState

OUT_OF_USE = CLOSED | {CaseState.POSTPONED, CaseState.ENDED_EARLY}


@dataclass(frozen=True, slots=True)
class Booking:
    """One membership of a running case, and when it takes the person's time."""

    member: TeamMember
    busy: tuple[Busy, ...]


def bookings(
    owner_id: UUID, people: Collection[UUID], since: date, until: date
) -> dict[UUID, list[Booking]]:
    """What these people are booked for in these days, by person."""
    rows = TeamMember.objects.filter(
        owner_id=owner_id,
        person_id__in=people,
        ended_at=None,
        case__starts_on__lte=until,
        case__ends_on__gte=since,
    ).exclude(case__state__in=OUT_OF_USE)
    members = list(rows.select_related("case", "case__client", "person"))
    planned = _items(members)
    zones = zones_of(owner_id, {member.case.client_id for member in members})
    found: dict[UUID, list[Booking]] = defaultdict(list)
    for member in members:
        busy = planned.get(member.id) or _days(member.case, zones[member.case.client_id])
        found[member.person_id].append(Booking(member, tuple(busy)))
    return found


def wanted(case: AuditCase, zone: str) -> list[Busy]:
    """When the case needs its team: the hours of each of its days."""
    return _days(case, zone)


def zones_of(owner_id: UUID, clients: Collection[UUID]) -> dict[UUID, str]:
    """The zone in which each client is audited: of its central site, of any site, its own."""
    found = dict(Tenant.objects.filter(id__in=clients).values_list("id", "zone"))
    sites = Site.objects.filter(owner_id=owner_id, client_id__in=clients, is_active=True)
    found |= dict(sites.order_by("is_central", "-id").values_list("client_id", "zone"))
    return found


def label_of(case: AuditCase) -> str:
    return f"{case.client.short_name or case.client.name} {case.number}"


def _days(case: AuditCase, zone: str) -> list[Busy]:
    if case.starts_on is None or case.ends_on is None:
        return []
    return audit_days(case.starts_on, case.ends_on, zone, label_of(case))


def _items(members: Collection[TeamMember]) -> dict[UUID, list[Busy]]:
    """The planned hours of each member, of the newest version of each plan."""
    cases = {member.case_id: label_of(member.case) for member in members}
    rows: QuerySet[PlanItem] = PlanItem.objects.filter(plan__case_id__in=cases)
    rows = rows.exclude(plan__state=PlanState.SUPERSEDED).select_related("plan")
    newest: dict[UUID, int] = {}
    for item in rows:
        case_id = item.plan.case_id
        newest[case_id] = max(newest.get(case_id, 0), item.plan.number)
    found: dict[UUID, list[Busy]] = defaultdict(list)
    for item in rows:
        if item.plan.number == newest[item.plan.case_id]:
            busy = Busy(item.starts_at, item.ends_at, cases[item.plan.case_id])
            for member_id in item.members:
                found[UUID(str(member_id))].append(busy)
    return found
