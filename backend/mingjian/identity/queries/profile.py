"""Oneself: the login, the seats it may take, and what the present one may do."""

from typing import Any

from mingjian.identity.matrix import matrix
from mingjian.identity.models import Account, Membership, Tenant
from mingjian.identity.queries.seats import Seat, seats
from mingjian.kit.access import Viewer


def me_view(viewer: Viewer, account: Account | None) -> dict[str, Any]:
    """Everything that the application needs to greet somebody and to show their menu.

    A guest came by a link: without an account, and with one seat only.
    """
    acting = _seat_of(viewer)
    available = seats(account.id) if account else [acting]
    return {
        "account": account,
        "person": acting.person,
        "membership": seat_view(acting),
        "memberships": [seat_view(seat) for seat in available],
        "rights": rights(viewer.role),
        "language": acting.person.language,
        "zone": acting.person.zone,
    }


def _seat_of(viewer: Viewer) -> Seat:
    assert viewer.membership_id  # noqa: S101  (only processes act without one)
    membership = Membership.objects.select_related("person").get(id=viewer.membership_id)
    return Seat(membership, membership.person, Tenant.objects.get(id=membership.owner_id))


def seat_view(seat: Seat) -> dict[str, Any]:
    membership = seat.membership
    return {
        "id": membership.id,
        "role": membership.role,
        "scope": membership.scope,
        "tenant": seat.tenant,
    }


def rights(role: str) -> dict[str, list[str]]:
    """Object → rights such as ``R`` or ``U(own)``; objects without any are left out."""
    granted = {object_: [str(grant) for grant in row[role]] for object_, row in matrix().items()}
    return {object_: found for object_, found in granted.items() if found}
