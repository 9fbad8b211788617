"""Sample calls of the evidence stage."""

from typing import Any

from mingjian.evidence.tests.factories import RECIPIENT
from tests.routing.samples.cases import version
from tests.routing.samples.sample import NOT_FOUND, Sample
from tests.routing.world import World

CASE, ITEM = "/api/evidence/cases/{case_id}", "/api/evidence/items/{evidence_id}"
EXPORT = "/api/evidence/key-exports/{export_id}"
HOLDER = "/api/evidence/key-holders/{holder_id}"
EXPIRED = frozenset({403})


def nobody(world: World) -> dict[str, Any]:
    return {"people": []}


def wanted(world: World) -> dict[str, Any]:
    return {
        "case_id": str(world.case.id),
        "reason": "法院调取",
        "recipient": RECIPIENT,
        "recipient_name": "信息安全负责人",
    }


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/items": Sample(),
    f"GET {ITEM}": Sample(),
    f"PATCH {ITEM}": Sample(body=lambda w: version(w) | {"note": "与现场一致"}),
    f"PUT {ITEM}/assignments": Sample(body=nobody),
    f"POST {ITEM}/openings": Sample(),
    # The link of somebody else serves nobody.
    f"GET {ITEM}/content": Sample(query=lambda w: {"opening": "x"}, ok=EXPIRED),
    f"GET {ITEM}/preview/{{number}}": Sample(query=lambda w: {"opening": "x"}, ok=EXPIRED),
    # Nobody has looked at the world's item yet.
    f"GET {ITEM}/thumbnail": Sample(ok=NOT_FOUND),
    f"GET {ITEM}/custody": Sample(),
    f"POST {ITEM}/verifications": Sample(),
    # Nothing was covered in the world's item.
    f"POST {ITEM}/original-check": Sample(body=lambda w: {"sha256": "0" * 64}, ok=frozenset({409})),
    "GET /api/evidence/key-exports": Sample(),
    "POST /api/evidence/key-exports": Sample(body=wanted, foreign=NOT_FOUND),
    f"GET {EXPORT}": Sample(),
    # The world's request was asked by the administrator and is not decided yet.
    f"POST {EXPORT}/decision": Sample(body=lambda w: {"is_approved": True}),
    f"POST {EXPORT}/taking": Sample(ok=frozenset({409})),
    "GET /api/evidence/key-holders": Sample(),
    "POST /api/evidence/key-holders": Sample(body=lambda w: {"name": "宋", "recipient": RECIPIENT}),
    # The world's holder was named by the administrator and is not decided yet.
    f"POST {HOLDER}/decision": Sample(body=lambda w: {"is_approved": True}),
    "GET /api/evidence/profile": Sample(),
    "PUT /api/evidence/profile": Sample(body=lambda w: {"version": 0, "suite": "sm"}),
}
