"""Sessions, their rooms, and who is what in them."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from mingjian.identity.models import Person, TenantKind
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditCase, PlanItem, TeamMember
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.queries.plans import plan_in_force
from mingjian.programme.queries.scope import owned_or_about
from mingjian.rooms.errors.lobby import AuthorityNotAdmittedError, NotOfSessionError
from mingjian.rooms.models import AuditSession, Presence, Room, RoomKind
from mingjian.rooms.rules.hosting import Present, acting_host, may_command
from mingjian.rooms.rules.intervals import Interval, total, whole_minutes
from mingjian.rooms.rules.room_roles import OF_CLIENT, OF_TEAM, RoomRole, may_enter_room
from mingjian.rooms.rules.session_states import OPEN, OVER

SORTABLE = {"starts_at": "starts_at", "state": "state", "case": "case__number"}


def sessions(
    viewer: Viewer, *, case_id: UUID | None = None, which: str = ""
) -> QuerySet[AuditSession]:
    """Sessions of the audits the viewer may see; a guest's link shows its own only.

    ``which``: ``open`` are being held, ``coming`` are planned, ``over`` are past.
    """
    rows = AuditSession.objects.filter(owned_or_about(viewer, client="case__client_id"))
    if viewer.role in AUDIT_ROLES:
        rows = rows.filter(Exists(memberships(viewer).filter(case=OuterRef("case_id"))))
    if viewer.role == "CG":
        rows = rows.filter(id__in=filter(None, [viewer.scope]))
    if case_id:
        rows = rows.filter(case_id=case_id)
    if which == "open":
        rows = rows.filter(state__in=OPEN)
    elif which == "coming":
        rows = rows.filter(state="planned", ends_at__gt=clock.now())
    elif which == "over":
        rows = rows.filter(Q(state__in=OVER) | Q(state="planned", ends_at__lte=clock.now()))
    return rows.select_related("case__client").order_by("starts_at", "id")


def session_of(viewer: Viewer, session_id: UUID) -> AuditSession:
    """One session of an audit the viewer may see; 404 otherwise."""
    row = sessions(viewer).filter(id=session_id).first()
    if row is None:
        raise NotFound
    return row


def room_role(viewer: Viewer, case: AuditCase) -> RoomRole:
    """What the viewer is in the rooms of an audit, or why not in them at all."""
    if viewer.tenant_kind == TenantKind.AUTHORITY:
        raise AuthorityNotAdmittedError
    if viewer.tenant_kind == TenantKind.CLIENT and viewer.role in OF_CLIENT:
        return OF_CLIENT[viewer.role]
    member = memberships(viewer).filter(case=case).first()
    if member is None:
        raise NotOfSessionError
    return OF_TEAM[member.role]


def host_of(session: AuditSession) -> tuple[UUID | None, str]:
    """Who chairs it by appointment: person and name."""
    if session.host_id:
        return session.host_id, Person.objects.get(id=session.host_id).name
    leader = TeamMember.objects.filter(case=session.case_id, role="LA", ended_at=None)
    found = leader.select_related("person").first()
    return (found.person_id, found.person.name) if found else (None, "")


def present(session: AuditSession) -> list[Present]:
    """Who is in the session now, in the order of coming."""
    rows = Presence.objects.filter(participant__session=session, left_at=None)
    pairs = rows.order_by("joined_at").values_list("participant__person_id", "participant__role")
    return [Present(person, role) for person, role in pairs]


def commands(viewer: Viewer, session: AuditSession, role: str) -> bool:
    """Whether the viewer may lead the session at this moment."""
    host, _ = host_of(session)
    return may_command(viewer.person_id, role, host, present(session))


def rooms_of(session: AuditSession, role: str) -> list[Room]:
    """The rooms somebody in that role knows of, the main one first."""
    order = list(RoomKind)
    rows = [row for row in session.rooms.all() if may_enter_room(role, row.kind)]
    return sorted(rows, key=lambda row: (order.index(RoomKind(row.kind)), row.created_at))


def agenda(session: AuditSession) -> list[PlanItem]:
    """What of the plan in force is to be carried out in it."""
    plan = plan_in_force(session.case)
    if plan is None or not session.lines:
        return []
    return list(plan.items.filter(line__in=session.lines).order_by("starts_at", "line"))


def planned_minutes(session: AuditSession, items: list[PlanItem]) -> int:
    """The time of its agenda without the breaks between; all of it where it has none."""
    spans = [Interval(each.starts_at, each.ends_at) for each in items]
    whole = [Interval(session.starts_at, session.ends_at)]
    return whole_minutes(total(spans or whole))


def summary_view(row: AuditSession) -> dict[str, Any]:
    """A session as a line of a list."""
    names = (
        "id",
        "case_id",
        "kind",
        "title",
        "local_start",
        "local_end",
        "zone",
        "starts_at",
        "ends_at",
        "state",
        "is_locked",
        "started_at",
        "ended_at",
        "version",
    )
    counted: dict[str, int] = row.participants.aggregate(
        present=Count(
            "id",
            filter=Q(presences__joined_at__isnull=False, presences__left_at=None),
            distinct=True,
        ),
        waiting=Count("id", filter=Q(state="waiting"), distinct=True),
    )
    return {
        **{name: getattr(row, name) for name in names},
        "case_number": row.case.number,
        "client": row.case.client.short_name or row.case.client.name,
        **counted,
    }


def acting_host_of(session: AuditSession) -> UUID | None:
    """The person who leads now."""
    host, _ = host_of(session)
    return acting_host(host, present(session))
