"""Whose calendar a plan's items belong into, and how they read there."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.conf import settings

from mingjian.identity.links import page_url
from mingjian.identity.models import Person, Tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.words import in_language
from mingjian.programme.models import AuditCase, AuditPlan, ItemKind, PlanItem, PlanState
from mingjian.programme.queries.cases import cases, memberships
from mingjian.programme.queries.plans import IN_FORCE, items_of, plan_in_force
from mingjian.programme.rules.calendars import Appointment, calendar
from mingjian.programme.rules.questions import shown_clauses

KINDS_EN = {
    "opening": "Opening meeting",
    "work": "Audit work",
    "break": "Break",
    "team": "Team meeting",
    "client_talk": "Talk with the client",
    "closing": "Closing meeting",
    "travel": "Travel",
}
NOT_FOR_CLIENTS = frozenset({ItemKind.TEAM.value, ItemKind.TRAVEL.value})


def own_items(plan: AuditPlan | None, person: Person) -> list[PlanItem]:
    """A plan's items that concern one person: a member's own, the coordinator's all but the
    team's internal ones."""
    if plan is None:
        return []
    if person.id == plan.case.coordinator_id:
        return [item for item in items_of(plan) if item.kind not in NOT_FOR_CLIENTS]
    mine = {str(pk) for pk in plan.case.team.filter(person=person).values_list("id", flat=True)}
    return [item for item in items_of(plan) if mine & set(item.members)]


def kind_name(item: PlanItem) -> str:
    """What kind of item it is, in the language that is active."""
    return in_language((item.get_kind_display(), KINDS_EN[item.kind]))


def appointments(items: Iterable[PlanItem], *, number: int) -> Iterator[Appointment]:
    """The items as calendar entries in the language that is active."""
    for item in items:
        case = item.plan.case
        about = (f"{case.number} {kind_name(item)}", shown_clauses(item.clauses), item.auditee)
        client = case.client.short_name or case.client.name
        yield Appointment(
            line=item.line or item.id,
            sequence=number,
            title=f"{client} · {item.title}",
            starts_at=item.starts_at,
            ends_at=item.ends_at,
            place=item.site.name if item.site else "",
            description="\n".join(filter(None, about)),
            link=page_url(f"/audits/{case.id}/plan"),
        )


def case_calendar(viewer: Viewer, case: AuditCase) -> bytes:
    """The issued plan of one case, on the viewer's clock."""
    plan = plan_in_force(case)
    items = list(items_of(plan)) if plan else []
    if viewer.tenant_id == case.client_id:
        items = [item for item in items if item.kind not in NOT_FOR_CLIENTS]
    found = list(appointments(items, number=plan.number)) if plan else []
    return _book(viewer, found)


def personal_calendar(viewer: Viewer) -> bytes:
    """Every issued item that names the viewer, of every audit they may see."""
    mine = {str(pk) for pk in memberships(viewer).values_list("id", flat=True)}
    issued = AuditPlan.objects.filter(case__in=cases(viewer).order_by(), state__in=IN_FORCE)
    found = [
        entry
        for plan in issued.select_related("case__client")
        for entry in appointments(
            (
                item
                for item in items_of(plan)
                if mine & set(item.members) or plan.case.coordinator_id == viewer.person_id
            ),
            number=plan.number,
        )
    ]
    return _book(viewer, found)


def previous_issue(plan: AuditPlan) -> AuditPlan | None:
    """The version that people have in their calendars until now."""
    earlier = AuditPlan.objects.filter(case_id=plan.case_id, number__lt=plan.number)
    return earlier.exclude(state=PlanState.DRAFT).order_by("-number").first()


def domain() -> str:
    """What makes the ids of calendar entries unique in the world."""
    return settings.ORIGIN.hostname or "mingjian"


def zone_of(viewer: Viewer) -> str:
    """The viewer's own zone; a process has its tenant's."""
    people = Person.objects.filter(id=viewer.person_id) if viewer.person_id else None
    zone = people.values_list("zone", flat=True).first() if people is not None else None
    return zone or Tenant.objects.values_list("zone", flat=True).get(id=viewer.tenant_id)


def _book(viewer: Viewer, entries: list[Appointment]) -> bytes:
    return calendar(entries, zone=zone_of(viewer), stamp=_stamp(), domain=domain())


def _stamp() -> datetime:
    return clock.now().replace(microsecond=0)


def person_named(person_id: UUID | None) -> Person | None:
    return Person.objects.filter(id=person_id, is_active=True).first() if person_id else None
