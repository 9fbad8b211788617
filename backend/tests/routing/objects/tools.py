"""One of everything that ICT tools, competence, training and guides have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.ict import declare_ict
from mingjian.programme.services.tools import add_tool, assess_tool

if TYPE_CHECKING:
    from tests.routing.world import World

SCORES = {
    aspect: {"score": 4, "evidence": "试会记录"}
    for aspect in ("convenience", "ease", "cost", "security")
}


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        declared = declare_ict(
            viewer=manager,
            person_id=world.person.id,
            area="hardware",
            items=["headset", "camera", "second_screen", "network"],
        )
        tool = add_tool(viewer=manager, values={"name": "客户会议"}, client_id=world.client.id)
        assess_tool(viewer=manager, tool_id=tool.id, scores=SCORES)
        return {"confirmation_id": declared.id, "tool_id": tool.id}
