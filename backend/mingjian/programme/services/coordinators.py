"""The client's audit coordinator: picked among its people, or invited for this audit (S11)."""

from uuid import UUID

from mingjian.identity.services import add_person, grant_membership
from mingjian.identity.services.invitations import invite
from mingjian.kit.access import Viewer
from mingjian.programme.errors.feasibility import CoordinatorMissingError
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_of
from mingjian.programme.services.cases import update_case


def set_coordinator(
    *,
    viewer: Viewer,
    case_id: UUID,
    person_id: UUID | None = None,
    name: str = "",
    email: str | None = None,
    phone: str = "",
) -> AuditCase:
    """By id where the client has the person already; otherwise by name and address."""
    if person_id:
        return name_coordinator(viewer=viewer, case_id=case_id, person_id=person_id)
    if not name or not email:
        raise CoordinatorMissingError
    return invite_coordinator(viewer=viewer, case_id=case_id, name=name, email=email, phone=phone)


def name_coordinator(*, viewer: Viewer, case_id: UUID, person_id: UUID) -> AuditCase:
    """Somebody whom the client has already; takes the place of the one named before."""
    case = case_of(viewer, case_id)
    values = {"coordinator_id": person_id}
    return update_case(viewer=viewer, case_id=case_id, version=case.version, values=values)


def invite_coordinator(
    *, viewer: Viewer, case_id: UUID, name: str, email: str, phone: str
) -> AuditCase:
    """Somebody new: entered among the client's people, given the role, invited, and named."""
    case = case_of(viewer, case_id)
    person = add_person(
        viewer=viewer, tenant_id=case.client_id, name=name, email=email, phone=phone
    )
    grant_membership(viewer=viewer, person_id=person.id, role="CC")
    invite(viewer=viewer, person_id=person.id)
    return name_coordinator(viewer=viewer, case_id=case_id, person_id=person.id)
