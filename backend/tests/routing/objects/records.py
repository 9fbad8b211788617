"""One note in the record of the world's audit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.records.services import write_entry

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    leader = viewer(world.ours["LA"])
    with tenant_scope(leader.owners):
        note = write_entry(
            viewer=leader,
            case_id=world.case.id,
            question_id=None,
            values={"text": "首件检验记录齐全", "verdict": "conforms"},
        )
    return {"entry_id": note.thread}
