"""A sample that was drawn and waits to be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.models import SampleDraw
from mingjian.evidence.services.draws import begin_draw, conclude_draw, drawn_from
from mingjian.evidence.services.populations import conclude_reading, read_population
from mingjian.evidence.services.samples import commit_sample, give_list
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope

if TYPE_CHECKING:
    from tests.routing.world import World

LIST = "No,Shop\n" + "".join(f"{number},A\n" for number in range(20))


def objects(world: World) -> dict[str, Any]:
    auditor, case = viewer(world.ours["AU"]), world.case
    with tenant_scope(auditor.owners):
        sample = commit_sample(viewer=auditor, case_id=case.id, what="检验记录", wanted="清单")
    item = sealed(world.ours["CC"], case, LIST.encode(), name="list.csv")
    with tenant_scope(auditor.owners):
        given = give_list(viewer=auditor, sample_id=sample.id, item_id=item.id)
        reading = read_population(given, lambda done, total: None)
        conclude_reading(viewer=auditor, list_id=given.id, reading=reading)
        values = {"column": None, "size_rule": "given", "size": 3}
        begun = begin_draw(viewer=auditor, sample_id=sample.id, values=values)
        draw = SampleDraw.objects.select_related("sample", "population__canonical").get(id=begun.id)
        found = drawn_from(draw, lambda done, total: None)
        conclude_draw(viewer=auditor, draw_id=draw.id, found=found)
        world.drawn_row = draw.rows.order_by("place")[0].id
    return {"sample_id": sample.id}
