"""One request that waits for the client."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mingjian.evidence.services.requests import ask
from mingjian.identity.tests.factories import viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    auditor = viewer(world.ours["AU"])
    due_at = clock.now() + timedelta(days=3)
    with tenant_scope(auditor.owners):
        row = ask(viewer=auditor, case_id=world.case.id, what="内审报告", due_at=due_at)
    return {"request_id": row.id}
