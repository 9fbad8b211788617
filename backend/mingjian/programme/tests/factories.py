"""Programmes, cases and teams for tests, made by the services as users make them."""

from typing import Any
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, AuditProgramme, TeamMember
from mingjian.programme.services import (
    add_member,
    approve_programme,
    create_programme,
    open_case,
)


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
    """One more person in the case's team."""
    return add_member(
        viewer=manager, case_id=case.id, person_id=person_id, role=role, values=values
    )
