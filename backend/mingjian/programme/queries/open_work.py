"""What somebody still holds: places in teams, programmes they manage, and what themes add."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from mingjian.identity.models import Membership, Person
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words
from mingjian.programme.models import AuditProgramme, PlanItem, ProgrammeState, TeamMember
from mingjian.programme.queries.assignments import candidates
from mingjian.programme.queries.bookings import OUT_OF_USE, label_of
from mingjian.programme.queries.cases import case_of

MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of open work."""

    kind: str
    id: UUID
    title: Words
    href: str
    due: date | None = None
    items: int = 0
    """Plan items that go with it."""


class Holding(Protocol):
    """A kind of open work: what a person holds of it, and who might take it."""

    kind: str

    def of(self, owner_id: UUID, person_id: UUID) -> Iterable[Piece]: ...

    def takers(self, viewer: Viewer, piece: Piece) -> list[dict[str, Any]]: ...


class Places:
    """Places in the teams of audits that still run."""

    kind = "member"

    def of(self, owner_id: UUID, person_id: UUID) -> Iterable[Piece]:
        rows = TeamMember.objects.filter(owner_id=owner_id, person_id=person_id, ended_at=None)
        running = rows.exclude(case__state__in=OUT_OF_USE).select_related("case", "case__client")
        for row in running.order_by("case__starts_on", "id"):
            case, role = row.case, ROLES[row.role]
            yield Piece(
                kind=self.kind,
                id=row.id,
                title=Words(f"{label_of(case)} · {role.zh}", f"{label_of(case)} · {role.en}"),
                href=f"/audits/{case.id}/team",
                due=case.starts_on or case.due_by,
                items=_items(row),
            )

    def takers(self, viewer: Viewer, piece: Piece) -> list[dict[str, Any]]:
        row = TeamMember.objects.get(id=piece.id)
        found = candidates(viewer, case_of(viewer, row.case_id), role=row.role)
        return [each for each in found if not each["is_member"]][:MOST_CANDIDATES]


class Managed:
    """Programmes that the person manages."""

    kind = "programme"

    def of(self, owner_id: UUID, person_id: UUID) -> Iterable[Piece]:
        rows = AuditProgramme.objects.filter(owner_id=owner_id, manager_id=person_id)
        for row in rows.exclude(state=ProgrammeState.CLOSED).select_related("client"):
            name = row.client.short_name or row.client.name
            yield Piece(
                kind=self.kind,
                id=row.id,
                title=Words(f"{name} 审核方案", f"Programme of {name}"),
                href="/audits",
            )

    def takers(self, viewer: Viewer, piece: Piece) -> list[dict[str, Any]]:
        today = clock.today(own_tenant(viewer).zone)
        held = Membership.objects.in_force(today).filter(owner_id=viewer.tenant_id, role="PM")
        rows = Person.objects.filter(id__in=held.values("person_id"), is_active=True)
        return [_plain(person) for person in rows.order_by("name", "id")]


ROLES = {
    "LA": Words("审核组长", "Lead auditor"),
    "AU": Words("审核员", "Auditor"),
    "TE": Words("技术专家", "Technical expert"),
    "TR": Words("实习审核员", "Trainee"),
    "OBS": Words("观察员", "Observer"),
    "INT": Words("口译", "Interpreter"),
}

HOLDINGS: tuple[Holding, ...] = (Places(), Managed())
"""Every kind of work that can be handed over; services/hand_over.py has a giver for each."""


def open_work(owner_id: UUID, person_id: UUID) -> list[Piece]:
    return [piece for holding in HOLDINGS for piece in holding.of(owner_id, person_id)]


def open_work_view(viewer: Viewer, person_id: UUID) -> dict[str, Any]:
    """What the person holds, and for each piece who might take it, the most suitable first."""
    person = Person.objects.filter(id=person_id, owner_id=viewer.tenant_id).first()
    if person is None:
        raise NotFound
    pieces = [
        piece_view(piece) | {"takers": _without(person_id, holding.takers(viewer, piece))}
        for holding in HOLDINGS
        for piece in holding.of(viewer.tenant_id, person_id)
    ]
    return {
        "person_id": person.id,
        "person": person.name,
        "is_active": person.is_active,
        "pieces": pieces,
    }


def piece_view(piece: Piece) -> dict[str, Any]:
    return {
        "kind": piece.kind,
        "id": piece.id,
        "title": str(piece.title),
        "href": piece.href,
        "due": piece.due,
        "items": piece.items,
    }


def leavers(viewer: Viewer) -> list[tuple[Person, int]]:
    """Deactivated people of the body who still hold work, and how much."""
    rows = Person.objects.filter(owner_id=viewer.tenant_id, is_active=False).order_by("name", "id")
    counted = [(person, len(open_work(viewer.tenant_id, person.id))) for person in rows]
    return [(person, count) for person, count in counted if count]


def _items(member: TeamMember) -> int:
    rows = PlanItem.objects.filter(plan__case_id=member.case_id, plan__state="draft")
    return sum(1 for item in rows if str(member.id) in map(str, item.members))


def _without(person_id: UUID, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in found if each["person_id"] != person_id]


def _plain(person: Person) -> dict[str, Any]:
    return {
        "person_id": person.id,
        "person": person.name,
        "is_member": False,
        "is_blocked": False,
        "schemes": [],
        "codes": [],
        "visits": 0,
        "week_days": 0,
        "reasons": [],
    }
