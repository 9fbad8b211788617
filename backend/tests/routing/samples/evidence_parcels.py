"""Sample calls of bundles, parcels and their recipients."""

from typing import Any

from mingjian.evidence.tests.factories import RECIPIENT
from tests.routing.samples.evidence import CASE, EXPIRED
from tests.routing.samples.sample import CONFLICT, NOT_FOUND, TOKEN, Sample, reason
from tests.routing.world import World

BUNDLE, PARCEL = "/api/evidence/bundles/{bundle_id}", "/api/evidence/parcels/{parcel_id}"
TO, LINK = "/api/evidence/recipients/{recipient_id}", "/api/evidence/parcels"


def items(world: World) -> dict[str, Any]:
    return {"item_ids": [str(world.ids["evidence_id"])]}


def recipient(world: World) -> dict[str, Any]:
    return {"name": "法院", "email": "court@court.example", "age_key": RECIPIENT}


SAMPLES: dict[str, Sample] = {
    f"POST {CASE}/bundles": Sample(body=items),
    f"GET {BUNDLE}": Sample(),
    # The world's bundle was packed by the lead auditor, whom alone it serves.
    f"GET {BUNDLE}/content": Sample(ok=frozenset({200, 403})),
    f"GET {CASE}/handed-in": Sample(),
    f"GET {CASE}/parcels": Sample(),
    f"POST {CASE}/parcels": Sample(
        body=lambda w: items(w) | {"recipient_id": str(w.ids["recipient_id"])}
    ),
    f"GET {PARCEL}": Sample(),
    f"POST {PARCEL}/withdraw": Sample(body=reason),
    f"POST {LINK}/look": Sample(body=lambda w: {"token": TOKEN}, ok=NOT_FOUND, foreign=NOT_FOUND),
    f"POST {LINK}/receipt": Sample(
        body=lambda w: {"token": TOKEN, "name": "某人"}, ok=NOT_FOUND, foreign=NOT_FOUND
    ),
    f"GET {PARCEL}/content": Sample(query=lambda w: {"opening": "x"}, ok=EXPIRED, foreign=EXPIRED),
    "GET /api/evidence/recipients": Sample(),
    "POST /api/evidence/recipients": Sample(body=recipient, foreign=frozenset({201})),
    # The world's recipient was checked before.
    f"POST {TO}/check": Sample(body=lambda w: {"how": "电话"}, ok=CONFLICT),
    f"POST {TO}/retire": Sample(body=reason),
}
