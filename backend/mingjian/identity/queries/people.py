"""People as a viewer may see them. Lists are to be read inside ``tenants.administering``."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from mingjian.identity.models import Membership, Person
from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import administered
from mingjian.identity.rules import ROLES
from mingjian.kit import clock
from mingjian.kit.access import Grant, Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words

SORTABLE = {"name": "name", "email": "email", "created_at": "created_at"}


def people(
    viewer: Viewer, grants: Sequence[Grant], *, tenant_id: UUID | None = None, search: str = ""
) -> QuerySet[Person]:
    """People of the administered tenants; with ``own`` only, the viewer alone."""
    rows = Person.objects.filter(owner_id__in=administered(viewer)).order_by("name", "id")
    if all(grant.qualifier for grant in grants):
        rows = rows.filter(id__in=filter(None, [viewer.person_id]))
    if tenant_id:
        rows = rows.filter(owner_id=tenant_id)
    if search:
        rows = rows.filter(called(search) | Q(email__icontains=search))
    return rows.prefetch_related(_memberships())


def person(viewer: Viewer, grants: Sequence[Grant], person_id: UUID) -> Person:
    row = people(viewer, grants).filter(id=person_id).first()
    if row is None:
        raise NotFound
    return row


def person_view(row: Person) -> dict[str, Any]:
    """A person as the API shows it."""
    names = "id", "name", "email", "phone", "language", "zone", "is_active", "version"
    return {
        **{name: getattr(row, name) for name in names},
        "tenant_id": row.owner_id,
        "has_account": row.account_id is not None,
        "memberships": [membership_view(each, row.zone) for each in row.memberships.all()],
    }


def roles_in_words(row: Person) -> str:
    """The roles that were not ended, in the reader's language."""
    held = dict.fromkeys(each.role for each in row.memberships.all() if each.ended_at is None)
    return "、".join(str(Words(*ROLES[role])) for role in held)


def membership_view(row: Membership, zone: str) -> dict[str, Any]:
    """A role as the API shows it; whether it is in force is judged in ``zone``."""
    names = "id", "role", "scope", "valid_from", "valid_to", "ended_at"
    in_force = row.is_in_force(clock.today(zone))
    return {**{name: getattr(row, name) for name in names}, "is_in_force": in_force}


def _memberships() -> Prefetch[str]:
    return Prefetch("memberships", Membership.objects.order_by("ended_at", "id"))
