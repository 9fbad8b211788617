"""Sample calls of exports of other tools."""

from typing import Any

from tests.routing.samples.cases import version
from tests.routing.samples.evidence import CASE
from tests.routing.samples.sample import Sample, reason
from tests.routing.world import World

EXTERNAL = "/api/evidence/external/{external_id}"


def export(world: World) -> dict[str, Any]:
    return {
        "item_id": str(world.external_item),
        "what": "recording",
        "tool_name": "会议工具",
        "exported_by": "李明",
        "zone": "Asia/Shanghai",
        "local_start": "2026-11-23T09:30",
    }


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/external": Sample(),
    f"GET {CASE}/external/clock": Sample(
        query=lambda w: {"zone": "Asia/Shanghai", "local_start": "2026-11-23T09:30"}
    ),
    f"POST {CASE}/external": Sample(body=export),
    f"GET {EXTERNAL}": Sample(),
    f"PATCH {EXTERNAL}": Sample(body=lambda w: version(w) | {"offset_seconds": 90} | reason(w)),
    f"POST {EXTERNAL}/read": Sample(body=version),
}
