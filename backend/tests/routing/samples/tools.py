"""Sample calls of ICT tools, competence, training and guides."""

from typing import Any

from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

ICT, CONFIRMATION = "/api/programme/ict", "/api/programme/ict/{confirmation_id}"
HARDWARE = ["headset", "camera", "second_screen", "network"]


def version(world: World) -> dict[str, Any]:
    return {"version": 1}


# An auditor is the one whom the check is about: somebody else has to look.
REFUSED = frozenset({422})
CHECKED = frozenset({200, 409})

CYCLES = "/api/programme/cycles"

SAMPLES: dict[str, Sample] = {
    f"GET {CYCLES}": Sample(),
    f"GET {CYCLES}/{{programme_id}}": Sample(),
    # The world's programme has no day of certification yet.
    f"POST {CYCLES}/{{programme_id}}/open": Sample(ok=REFUSED),
    f"GET {ICT}/rules": Sample(),
    f"GET {ICT}/people": Sample(),
    f"GET {ICT}": Sample(),
    f"POST {ICT}": Sample(body=lambda w: {"area": "software", "items": ["meeting"]}),
    f"POST {CONFIRMATION}/check": Sample(
        body=lambda w: version(w) | {"items": HARDWARE, "note": "视频会议中逐项演示"}, ok=CHECKED
    ),
    f"POST {CONFIRMATION}/confirm": Sample(body=version, ok=CONFLICT),
    f"POST {CONFIRMATION}/withdraw": Sample(body=lambda w: version(w) | reason(w)),
}
