"""A draft of the plan with one item, and one of everything that checklists have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.checklists import add_case_question, add_question
from mingjian.programme.services.plans import add_item, draft_plan

if TYPE_CHECKING:
    from tests.routing.world import World

CLAUSES = [{"scheme": "QMS", "clause": "9.2"}]


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        draft_plan(viewer=manager, case_id=world.case.id, source="empty")
        item = add_item(
            viewer=manager,
            case_id=world.case.id,
            values={
                "title": "内部审核",
                "local_start": "2026-11-23T10:00",
                "local_end": "2026-11-23T11:00",
                "clauses": CLAUSES,
            },
        )
        question = add_question(
            viewer=manager, values={"text": "内部审核是否按计划实施？", "clauses": CLAUSES}
        )
        asked = add_case_question(
            viewer=manager, case_id=world.case.id, values={"text": "上次？", "clauses": CLAUSES}
        )
    return {
        "item_id": item.id,
        "question_id": question.id,
        "case_question_id": asked.id,
    }
