"""A listed scene with an override that waits, and an issued agreement that waits for signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services import add_site, propose_override
from mingjian.programme.tests.feasibility_factories import issued, listed, prepared

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    manager, case_id = viewer(world.ours["PM"]), world.case.id
    with tenant_scope(manager.owners):
        site = add_site(viewer=manager, client_id=world.client.id, values={"name": "生产基地"})
        scene = listed(manager, case_id, site, "production")
        override = propose_override(
            viewer=manager,
            scene_id=scene.id,
            scheme="EMS",
            verdict="limited",
            reason="固定摄像头",
        )
        prepared(manager, case_id, world.ours["CC"].person.id)
        agreement = issued(manager, case_id)
        world.case.refresh_from_db()
    return {
        "plant_id": site.id,
        "scene_id": scene.id,
        "override_id": override.id,
        "agreement_id": agreement.id,
    }
