"""Sample calls of the sampling by auditors; the world's sample was drawn and not issued yet."""

from typing import Any

from tests.routing.samples.evidence import CASE, EXPIRED
from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

SAMPLE = "/api/evidence/samples/{sample_id}"


def wanted(world: World) -> dict[str, Any]:
    return {"what": "检验记录", "wanted": "全部检验记录的清单", "due_at": "2100-01-01T08:00:00Z"}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/samples": Sample(),
    f"POST {CASE}/samples": Sample(body=wanted),
    f"GET {CASE}/sampling-counts": Sample(),
    f"GET {SAMPLE}": Sample(),
    f"GET {SAMPLE}/rows": Sample(),
    f"POST {SAMPLE}/list": Sample(
        body=lambda w: {"item_id": str(w.ids["evidence_id"])}, ok=CONFLICT
    ),
    f"POST {SAMPLE}/draw": Sample(body=lambda w: {"size_rule": "given", "size": 3}, ok=CONFLICT),
    f"POST {SAMPLE}/issue": Sample(body=lambda w: {"due_at": "2100-01-01T08:00:00Z"}),
    f"POST {SAMPLE}/replace": Sample(body=lambda w: reason(w) | {"row_id": str(w.drawn_row)}),
    f"POST {SAMPLE}/discard": Sample(body=reason),
    f"GET {SAMPLE}/draw": Sample(),
    # The link of somebody else serves nobody.
    f"GET {SAMPLE}/bundle": Sample(query=lambda w: {"opening": "x"}, ok=EXPIRED),
    f"GET {SAMPLE}/proof": Sample(),
}
