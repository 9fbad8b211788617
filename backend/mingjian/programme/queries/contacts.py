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
