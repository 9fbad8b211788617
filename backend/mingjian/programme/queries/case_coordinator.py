"""A case's own audit coordinator, who is the client's person and not the body's."""

from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import administering
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase


def coordinator_of(viewer: Viewer, case: AuditCase) -> Person | None:
    """The coordinator named for the case, while active."""
    if case.coordinator_id is None:
        return None
    with administering(viewer):
        return Person.objects.filter(id=case.coordinator_id, is_active=True).first()
