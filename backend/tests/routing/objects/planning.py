"""A running programme with one case, its team and a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme
from mingjian.programme.services import add_site
from mingjian.programme.tests.factories import join, running_programme, surveillance

if TYPE_CHECKING:
    from tests.routing.world import World


def audit(world: World) -> tuple[AuditProgramme, AuditCase]:
    """A case whose team has a person in every audit role, so that each may reach it."""
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        programme = running_programme(manager, world.client.id)
        case = surveillance(manager, programme)
        for role in ("LA", "AU", "TE", "OBS"):
            join(manager, case, world.ours[role].person.id, role)
    return programme, case


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        site = add_site(viewer=manager, client_id=world.client.id, values={"name": "总部"})
        return {
            "site_id": site.id,
            "programme_id": world.programme.id,
            "case_id": world.case.id,
            "member_id": world.case.team.get(role="AU").id,
        }
