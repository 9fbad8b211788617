"""Sample calls of suitability, feasibility, contingency plan and remote agreement."""

from typing import Any

from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

CASE, CASES = "/api/programme/cases/{case_id}", "/api/programme/cases"
AGREEMENT = "/api/programme/agreements/{agreement_id}"


def version(world: World) -> dict[str, Any]:
    return {"version": 1}


def signature(world: World) -> dict[str, Any]:
    return {"name": "顾言", "method": "typed"}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/feasibility": Sample(),
    f"POST {CASE}/scenes": Sample(
        body=lambda w: {"site_id": str(w.ids["plant_id"]), "scene": "canteen"}
    ),
    f"PATCH {CASES}/scenes/{{scene_id}}": Sample(body=lambda w: version(w) | {"name": "车间"}),
    f"POST {CASES}/scenes/{{scene_id}}/remove": Sample(body=version),
    f"POST {CASES}/scenes/{{scene_id}}/overrides": Sample(
        body=lambda w: reason(w) | {"scheme": "QMS", "verdict": "limited"}
    ),
    # The programme manager proposed it, so the lead auditor confirms.
    f"POST {CASES}/overrides/{{override_id}}/answer": Sample(
        body=lambda w: version(w) | {"is_confirmed": True}, ok=frozenset({200, 409})
    ),
    f"PATCH {CASE}/conditions": Sample(
        body=lambda w: {"version": 0, "conditions": {"objectives": {"holds": True}}}
    ),
    f"POST {CASE}/feasibility/decide": Sample(body=lambda w: reason(w) | {"mode": "on_site"}),
    # What a client may change as well as the body.
    f"PATCH {CASE}/contingency": Sample(
        body=lambda w: (
            version(w) | {"client_contacts": [{"name": "李明", "phone": "139 2222 0001"}]}
        )
    ),
    f"POST {CASE}/coordinator": Sample(body=lambda w: {"person_id": str(w.ours["CC"].person.id)}),
    f"POST {CASE}/agreements": Sample(body=reason),
    # It is issued: it changes by a new version only.
    f"PATCH {AGREEMENT}": Sample(body=lambda w: version(w) | {"tools": "明鉴"}, ok=CONFLICT),
    f"POST {AGREEMENT}/issue": Sample(body=version, ok=CONFLICT),
    f"POST {AGREEMENT}/sign": Sample(body=signature),
    f"GET {AGREEMENT}/document": Sample(query=lambda w: {"language": "zh", "kind": "pdf"}),
}
