"""One of everything that ICT tools, competence, training and guides have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.ict import declare_ict

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        declared = declare_ict(
            viewer=manager,
            person_id=world.person.id,
            area="hardware",
            items=["headset", "camera", "second_screen", "network"],
        )
        return {"confirmation_id": declared.id}
