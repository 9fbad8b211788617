"""Sample calls of the evidence stage."""

from typing import Any

from tests.routing.samples.cases import version
from tests.routing.samples.sample import Sample
from tests.routing.world import World

CASE, ITEM = "/api/evidence/cases/{case_id}", "/api/evidence/items/{evidence_id}"
EXPIRED = frozenset({403})


def nobody(world: World) -> dict[str, Any]:
    return {"people": []}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/items": Sample(),
    f"GET {ITEM}": Sample(),
    f"PATCH {ITEM}": Sample(body=lambda w: version(w) | {"note": "与现场一致"}),
    f"PUT {ITEM}/assignments": Sample(body=nobody),
    f"POST {ITEM}/openings": Sample(),
    # The link of somebody else serves nobody.
    f"GET {ITEM}/content": Sample(query=lambda w: {"opening": "x"}, ok=EXPIRED),
    f"GET {ITEM}/custody": Sample(),
    f"POST {ITEM}/verifications": Sample(),
    "GET /api/evidence/profile": Sample(),
    "PUT /api/evidence/profile": Sample(body=lambda w: {"version": 0, "suite": "sm"}),
}
