"""A cancelled audit whose deletion is ordered, and a hold on the running one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.tests.deletion_factories import cancel, hold, order
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.tests.factories import join, surveillance

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        over = surveillance(manager, world.programme, sequence=2)
        join(manager, over, world.ours["LA"].person.id, "LA")
    sealed(world.ours["CC"], over)
    cancel(world.ours, over)
    ordered = order(world.ours, over)
    return {"order_id": ordered.id, "hold_id": hold(world.ours["PM"], world.case).id}
