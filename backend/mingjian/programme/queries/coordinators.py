"""To whom of a client letters about its audits go."""

from uuid import UUID

from mingjian.identity.models import Membership, Person
from mingjian.identity.queries.tenants import administering, own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer


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
