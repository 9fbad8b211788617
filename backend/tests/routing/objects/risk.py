"""A draft risk matrix with a need and a threat; one asked item, one fact, one note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import StakeholderNeed
from mingjian.programme.services.analysis import add_fact, add_note
from mingjian.programme.services.offsite import lay_out_information
from mingjian.programme.tests.risk_factories import drafted_matrix

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    leader = viewer(world.ours["LA"])
    with tenant_scope(leader.owners):
        matrix, row = drafted_matrix(leader, world.case)
        lay_out_information(viewer=leader, case_id=world.case.id)
        fact = add_fact(
            viewer=leader,
            case_id=world.case.id,
            values={
                "kind": "register",
                "source": "国家企业信用信息公示系统",
                "seen_on": clock.now().date(),
                "statement": "无行政处罚",
            },
        )
        note = add_note(viewer=leader, case_id=world.case.id, values={"text": "纸质记录多"})
        return {
            "need_id": StakeholderNeed.objects.get(matrix=matrix).id,
            "risk_id": row.id,
            "information_id": world.case.information.filter(asked_of="client")[0].id,
            "fact_id": fact.id,
            "note_id": note.id,
        }
