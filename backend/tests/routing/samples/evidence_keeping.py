"""Sample calls of what is kept beyond an audit."""

from typing import Any

from tests.routing.samples.evidence import CASE, ITEM
from tests.routing.samples.sample import Sample
from tests.routing.world import World


def yes(world: World) -> dict[str, Any]:
    return {"item_ids": [str(world.record_item)], "verdict": "yes"}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/keeping": Sample(),
    f"GET {ITEM}/keeping": Sample(),
    f"POST {CASE}/keeping/checks": Sample(body=yes),
    f"POST {CASE}/keeping/consents": Sample(body=yes),
}
