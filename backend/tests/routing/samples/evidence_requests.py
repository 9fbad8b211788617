"""Sample calls of evidence requests and of the checks of documents."""

from typing import Any

from tests.routing.samples.cases import version
from tests.routing.samples.evidence import CASE, ITEM
from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

REQUEST = "/api/evidence/requests/{request_id}"


def wanted(world: World) -> dict[str, Any]:
    return {"what": "2026 年内审报告", "due_at": "2100-01-01T08:00:00Z"}


def items(world: World) -> dict[str, Any]:
    return {"item_ids": [str(world.ids["evidence_id"])]}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/requests": Sample(),
    f"POST {CASE}/requests": Sample(body=wanted),
    f"GET {CASE}/refusals": Sample(),
    f"GET {REQUEST}": Sample(),
    f"PATCH {REQUEST}": Sample(body=lambda w: version(w) | {"what": "含签字页"}),
    f"POST {REQUEST}/answers": Sample(body=items),
    f"POST {REQUEST}/refuse": Sample(
        body=lambda w: version(w) | {"ground": "confidential", "text": "含客户图纸"}
    ),
    # The world's request waits for the client, who still has time.
    f"POST {REQUEST}/accept": Sample(body=version, ok=CONFLICT),
    f"POST {REQUEST}/return": Sample(body=lambda w: version(w) | reason(w), ok=CONFLICT),
    f"POST {REQUEST}/rule": Sample(
        body=lambda w: version(w) | {"ruling": "alternative", "text": "改为现场查看"},
        ok=CONFLICT | {403},
    ),
    f"POST {REQUEST}/withdraw": Sample(body=lambda w: version(w) | reason(w)),
    f"POST {REQUEST}/messages": Sample(body=lambda w: {"text": "请问是哪一年的？"}),
    f"POST {REQUEST}/read": Sample(),
    f"GET {ITEM}/checks": Sample(),
    f"POST {ITEM}/checks": Sample(body=lambda w: {"shown_version": "A/1", "given_version": "A/1"}),
}
