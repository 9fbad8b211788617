"""Programmes, cases and teams for tests, made by the services as users make them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import tenant_ids
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import (
    AuditCase,
    AuditProgramme,
    Declaration,
    Qualification,
    TeamMember,
)
from mingjian.programme.rules.competence import NEEDS_QUALIFICATION
from mingjian.programme.services import (
    add_member,
    approve_programme,
    create_programme,
    open_case,
)
from mingjian.programme.services.competence import grant_qualification
from mingjian.programme.services.impartiality import sign_declaration


@contextmanager
def behind_the_walls() -> Iterator[None]:
    """Every tenant's rows: for a test that looks at what was stored, past row security."""
    with tenant_scope(tenant_ids()):
        yield


def running_programme(manager: Viewer, client_id: UUID, **values: Any) -> AuditProgramme:
    """An approved programme of a client: QMS and EMS unless said otherwise."""
    given = {"schemes": ["QMS", "EMS"], "scope": "精密零件的机械加工", "scope_codes": ["17.06"]}
    draft = create_programme(viewer=manager, client_id=client_id, values=given | values)
    return approve_programme(viewer=manager, programme_id=draft.id, version=draft.version)


def surveillance(manager: Viewer, programme: AuditProgramme, **values: Any) -> AuditCase:
    """A surveillance of the programme."""
    given = {"kind": "surveillance", "sequence": 1}
    return open_case(viewer=manager, programme_id=programme.id, values=given | values)


def join(manager: Viewer, case: AuditCase, person_id: UUID, role: str, **values: Any) -> TeamMember:
    """One more person in the case's team, qualified for it and with the declaration signed."""
    if role in NEEDS_QUALIFICATION:
        qualify(manager, person_id, role, schemes=values.get("schemes") or case.schemes)
    member = add_member(
        viewer=manager,
        case_id=case.id,
        person_id=person_id,
        role=role,
        values={"override_reason": "测试需要", **values},
    )
    if role in NEEDS_QUALIFICATION:
        declare(member.person, case)
    return member


def qualify(
    manager: Viewer,
    person_id: UUID,
    role: str,
    *,
    schemes: Sequence[str] = ("QMS", "EMS"),
    **values: Any,
) -> None:
    """For the schemes in which the person is not qualified as that yet; any code from 01 to 39."""
    held = Qualification.objects.filter(person_id=person_id, role=role, ended_at=None)
    for scheme in set(schemes) - set(held.values_list("scheme", flat=True)):
        given = {
            "scheme": scheme,
            "role": role,
            "codes": [f"{number:02}" for number in range(1, 40)],
            "valid_from": date(2020, 1, 1),
            "evidence": "注册证书",
        }
        grant_qualification(viewer=manager, person_id=person_id, values=given | values)


def declare(person: Person, case: AuditCase) -> None:
    """The person signs for this case."""
    signer = Viewer(
        f"person:{person.id}",
        person.owner_id,
        "body",
        "AU",
        frozenset({person.owner_id}),
        person_id=person.id,
    )
    if not Declaration.objects.filter(person=person, case=case).exists():
        sign_declaration(viewer=signer, signed_name=person.name, has_interests=False, case=case)
