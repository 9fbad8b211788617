"""Sample calls about confidentiality, the keep-list, holds and deletions."""

from typing import Any

from tests.routing.samples.sample import CONFLICT, NOT_FOUND, Sample, reason
from tests.routing.world import World

CASE, ORDER = "/api/evidence/cases/{case_id}", "/api/evidence/deletion-orders/{order_id}"
LATER = frozenset({409, 403})
"""Not this role's word, or not its turn."""


def keep(world: World) -> dict[str, Any]:
    return {"item_ids": [], "until": "2099-01-01"}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/undertakings": Sample(),
    f"POST {CASE}/undertakings": Sample(),
    f"GET {CASE}/deletion": Sample(),
    # Only the client keeps.
    f"PUT {CASE}/keep-list": Sample(body=keep, ok=frozenset({200, 403})),
    f"POST {CASE}/holds": Sample(body=reason),
    # The quality officer's to lift, not the client's.
    "POST /api/evidence/holds/{hold_id}/lifting": Sample(body=reason, ok=frozenset({200, 403})),
    # The world's audit still runs.
    f"POST {CASE}/deletion-orders": Sample(body=reason, ok=CONFLICT),
    "GET /api/evidence/deletion-orders": Sample(),
    "GET /api/evidence/due-deletions": Sample(),
    f"GET {ORDER}": Sample(),
    f"POST {ORDER}/review": Sample(body=lambda w: {"is_confirmed": True}, ok=frozenset({200, 403})),
    f"POST {ORDER}/approval": Sample(ok=LATER),
    f"POST {ORDER}/release": Sample(ok=CONFLICT),
    f"POST {ORDER}/refusal": Sample(body=reason, ok=frozenset({200, 403})),
    f"POST {ORDER}/withdrawal": Sample(body=reason),
    f"GET {ORDER}/certificate.json": Sample(ok=NOT_FOUND),
    f"GET {ORDER}/certificate.pdf": Sample(ok=NOT_FOUND),
}
