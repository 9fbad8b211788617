"""Who an account may act as: its memberships in force, found before any tenant is known."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.identity.models import Engagement, Membership, Person, Tenant, TenantKind
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import account_scope, tenant_scope


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership in force with its person and its tenant: what a login acts as."""

    membership: Membership
    person: Person
    tenant: Tenant


def seats(account_id: UUID) -> list[Seat]:
    """Every membership in force of an account's active persons, oldest first."""
    with account_scope(account_id):
        people = {
            person.id: person
            for person in Person.objects.filter(account_id=account_id, is_active=True)
        }
    with tenant_scope({person.owner_id for person in people.values()}):
        memberships = list(Membership.objects.filter(person__in=people).order_by("id"))
        tenants = Tenant.objects.in_bulk({membership.owner_id for membership in memberships})
    found = (Seat(each, people[each.person_id], tenants[each.owner_id]) for each in memberships)
    return [seat for seat in found if seat.membership.is_in_force(clock.today(seat.tenant.zone))]


def seat_of(membership_id: UUID) -> Seat:
    """The seat of a membership of the present scope; what it may do is asked again each time."""
    held = Membership.objects.select_related("person").get(id=membership_id)
    return Seat(held, held.person, Tenant.objects.get(id=held.owner_id))


def acting_seat(account_id: UUID, chosen: str | None) -> Seat | None:
    """The seat whose membership was chosen, or the first in force where that one has ended."""
    available = seats(account_id)
    first = available[0] if available else None
    return next((seat for seat in available if str(seat.membership.id) == chosen), first)


def viewer_of(seat: Seat, *, device: str = "") -> Viewer:
    """The viewer that a login in this seat is."""
    return Viewer(
        actor=f"person:{seat.person.id}",
        tenant_id=seat.tenant.id,
        tenant_kind=seat.tenant.kind,
        role=seat.membership.role,
        owners=owners(seat.tenant),
        person_id=seat.person.id,
        membership_id=seat.membership.id,
        scope=seat.membership.scope,
        device=device,
    )


def owners(tenant: Tenant) -> frozenset[UUID]:
    """The tenant itself, and every body whose engagement lets it in today."""
    if tenant.kind == TenantKind.BODY:
        return frozenset({tenant.id})
    with tenant_scope({tenant.id}):
        engaging = Engagement.objects.in_force(clock.today(tenant.zone)).filter(party=tenant)
        return frozenset({tenant.id, *engaging.values_list("owner_id", flat=True)})
