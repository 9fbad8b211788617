"""A chat export that is entered, and a recording that waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.services.external_records import enter_external
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    client = viewer(world.ours["CC"])
    chat = sealed(world.ours["CC"], world.case, b"09:30:12 Li: hello\n", origin="external")
    world.external_item = sealed(world.ours["CC"], world.case, origin="external").id
    values = {
        "what": "chat",
        "tool_name": "会议工具",
        "exported_by": "李明",
        "zone": "Asia/Shanghai",
        "local_start": "2026-11-23T09:30",
    }
    with tenant_scope(client.owners):
        row = enter_external(viewer=client, case_id=world.case.id, item_id=chat.id, values=values)
    return {"external_id": row.id}
