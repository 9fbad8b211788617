"""To whom planning writes: the managers of a programme, the contacts of a client."""

from uuid import UUID

from mingjian.identity.models import Membership, Person
from mingjian.identity.queries.tenants import administering, own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase


def managers(owner_id: UUID, case: AuditCase | None = None) -> list[Person]:
    """The manager of the case's programme; without one every programme manager of the body."""
    manager = case.programme.manager if case else None
    if manager is not None and manager.is_active:
        return [manager]
    held = Membership.objects.filter(owner_id=owner_id, role="PM", ended_at=None)
    rows = Person.objects.filter(id__in=held.values("person_id"), is_active=True)
    return list(rows.order_by("id"))


def client_contacts(viewer: Viewer, case: AuditCase) -> list[Person]:
    """The case's audit coordinator; without one everybody who coordinates for the client."""
    with administering(viewer):
        if case.coordinator_id:
            return list(Person.objects.filter(id=case.coordinator_id, is_active=True))
        today = clock.today(own_tenant(viewer).zone)
        held = Membership.objects.in_force(today).filter(owner_id=case.client_id, role="CC")
        rows = Person.objects.filter(id__in=held.values("person_id"), is_active=True)
        return list(rows.order_by("id"))


def coordinator_of(viewer: Viewer, case: AuditCase) -> Person | None:
    """The coordinator named for the case, while active."""
    if case.coordinator_id is None:
        return None
    with administering(viewer):
        return Person.objects.filter(id=case.coordinator_id, is_active=True).first()


def coordinators(viewer: Viewer, client_id: UUID) -> list[Person]:
    """The client's active people who act as its audit coordinators today."""
    return coordinators_of(viewer, [client_id]).get(client_id, [])


def coordinators_of(viewer: Viewer, client_ids: list[UUID]) -> dict[UUID, list[Person]]:
    """The same for many clients that the viewer's body engages."""
    today = clock.today(own_tenant(viewer).zone)
    found: dict[UUID, list[Person]] = {}
    with administering(viewer):
        held = Membership.objects.in_force(today).filter(
            owner_id__in=client_ids, role="CC", scope="", person__is_active=True
        )
        for each in held.select_related("person").order_by("person__name", "id"):
            found.setdefault(each.person.owner_id, []).append(each.person)
    return found
