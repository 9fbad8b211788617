"""A signature of the programme manager under the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.signatures import sign

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        given = sign(
            viewer=manager,
            subject=world.programme,
            purpose="trial",
            content=b"the document",
            name="顾言",
            method="typed",
        )
    return {"signature_id": given.id}
