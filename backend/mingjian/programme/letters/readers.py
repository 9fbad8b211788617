"""Who is written to: the people who hold a role of the body."""

from uuid import UUID

from mingjian.identity.models import Membership, Person, Tenant
from mingjian.kit import clock


def people_in(owner_id: UUID, role: str) -> list[Person]:
    """Active people with a login who hold ``role`` of the body today."""
    today = clock.today(Tenant.objects.get(id=owner_id).zone)
    held = Membership.objects.in_force(today).filter(
        owner_id=owner_id, role=role, scope="", person__is_active=True
    )
    return [each.person for each in held.exclude(person__account=None).select_related("person")]
