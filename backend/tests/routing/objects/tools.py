"""One of everything that ICT tools, competence, training and guides have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.guides import add_guide, publish_draft
from mingjian.programme.services.ict import declare_ict
from mingjian.programme.services.tools import add_tool, assess_tool
from mingjian.programme.services.training import add_course, add_participant

if TYPE_CHECKING:
    from tests.routing.world import World

SCORES = {
    aspect: {"score": 4, "evidence": "试会记录"}
    for aspect in ("convenience", "ease", "cost", "security")
}

COURSE = {"title": "远程审核工具实操", "hours": Decimal(4), "held_on": date(2026, 3, 2)}
TEXT = {"title_zh": "耳机", "title_en": "Headsets", "text_zh": "试音", "text_en": "Try it"}


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
        course = add_course(viewer=manager, values=COURSE)
        record = add_participant(
            viewer=manager, course_id=course.id, person_id=world.person.id, values={}
        )
        guide = add_guide(viewer=manager, values={"code": "headset"}, text=TEXT)
        publish_draft(viewer=manager, guide_id=guide.id, version=1)
        return {
            "confirmation_id": declared.id,
            "tool_id": tool.id,
            "course_id": course.id,
            "record_id": record.id,
            "guide_id": guide.id,
            "number": 1,
        }
