"""``/api/identity/people``: people of the own organisation and of those it engages."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.identity import services
from mingjian.identity.models import Person
from mingjian.identity.queries.people import SORTABLE, people, person, person_view, roles_in_words
from mingjian.identity.queries.tenants import administering
from mingjian.identity.schemas.people import (
    Deactivation,
    NewMembership,
    NewPerson,
    PeopleQuery,
    PersonChange,
    PersonOut,
    Reactivation,
    Revocation,
)
from mingjian.identity.services.factors import reset_factors
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered

router = Router()

COLUMNS: Columns[Person] = {
    ("姓名", "Name"): lambda row: row.name,
    ("邮箱", "E-mail"): lambda row: row.email,
    ("电话", "Phone"): lambda row: row.phone,
    ("角色", "Roles"): roles_in_words,
    ("可登录", "Can sign in"): lambda row: row.account_id is not None and row.is_active,
}


@router.get("", response=Page[PersonOut])
@requires("people", "R")
def list_people(request: AuthorisedRequest, query: Query[PeopleQuery]) -> Any:
    """People with their roles; with ``tenant_id`` those of one organisation."""
    with administering(request.viewer):
        rows = people(
            request.viewer, request.grants, tenant_id=query.tenant_id, search=query.search
        )
        rows = ordered(rows, query.sort, SORTABLE)
        return page_or_workbook(rows, query, person_view, name="人员", columns=COLUMNS)


@router.post("", response={201: PersonOut})
@requires("people", "C")
def create_person(request: AuthorisedRequest, new: NewPerson) -> Any:
    """A person without login and without role; both are given in steps of their own."""
    values = new.model_dump(exclude={"tenant_id"})
    tenant_id = new.tenant_id or request.viewer.tenant_id
    created = services.add_person(viewer=request.viewer, tenant_id=tenant_id, **values)
    return Status(201, _shown(request, created.id))


@router.get("/{uuid:person_id}", response=PersonOut)
@requires("people", "R")
def read_person(request: AuthorisedRequest, person_id: UUID) -> Any:
    return _shown(request, person_id)


@router.patch("/{uuid:person_id}", response=PersonOut)
@requires("people", "U")
def change_person(request: AuthorisedRequest, person_id: UUID, change: PersonChange) -> Any:
    """Name, e-mail, phone, language and zone; a login's own address stays what it is."""
    _shown(request, person_id)
    values = change.model_dump(exclude_unset=True)
    services.update_person(viewer=request.viewer, person_id=person_id, **values)
    return _shown(request, person_id)


@router.post("/{uuid:person_id}/deactivate", response=PersonOut)
@requires("people", "C")
def deactivate(request: AuthorisedRequest, person_id: UUID, why: Deactivation) -> Any:
    """The person can act in no role any more; what they did stays."""
    services.deactivate_person(viewer=request.viewer, person_id=person_id, **why.model_dump())
    return _shown(request, person_id)


@router.post("/{uuid:person_id}/reactivate", response=PersonOut)
@requires("people", "C")
def reactivate(request: AuthorisedRequest, person_id: UUID, what: Reactivation) -> Any:
    services.reactivate_person(viewer=request.viewer, person_id=person_id, **what.model_dump())
    return _shown(request, person_id)


@router.post("/{uuid:person_id}/reset-factors", response=PersonOut)
@requires("people", "C")
def reset_second_factors(request: AuthorisedRequest, person_id: UUID, why: Revocation) -> Any:
    """For a lost phone: the password alone signs in, until a factor is set up again."""
    reset_factors(viewer=request.viewer, person_id=person_id, reason=why.reason)
    return _shown(request, person_id)


@router.post("/{uuid:person_id}/memberships", response={201: PersonOut})
@requires("people", "C")
def grant(request: AuthorisedRequest, person_id: UUID, new: NewMembership) -> Any:
    """Let a person act in a role, from a day on and perhaps until one."""
    services.grant_membership(viewer=request.viewer, person_id=person_id, **new.model_dump())
    return Status(201, _shown(request, person_id))


@router.post("/memberships/{uuid:membership_id}/revoke", response=PersonOut)
@requires("people", "C")
def revoke(request: AuthorisedRequest, membership_id: UUID, why: Revocation) -> Any:
    """End a role at once; the next request of that person no longer has it."""
    ended = services.revoke_membership(
        viewer=request.viewer, membership_id=membership_id, reason=why.reason
    )
    return _shown(request, ended.person_id)


def _shown(request: AuthorisedRequest, person_id: UUID) -> dict[str, Any]:
    with administering(request.viewer):
        return person_view(person(request.viewer, request.grants, person_id))
