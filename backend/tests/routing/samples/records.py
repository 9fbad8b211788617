"""Sample calls of the records stage."""

from typing import Any

from tests.routing.samples.sample import Sample, reason
from tests.routing.world import World

CASE, ENTRY = "/api/records/cases/{case_id}", "/api/records/entries/{entry_id}"


def written(world: World) -> dict[str, Any]:
    return {"text": "抽查三份记录", "verdict": "conforms"}


def scheme(world: World) -> dict[str, Any]:
    return {"scheme": "QMS"}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}": Sample(),
    f"POST {CASE}/entries": Sample(body=written),
    f"PUT {ENTRY}": Sample(body=lambda w: written(w) | {"revision": 1}),
    f"POST {ENTRY}/withdrawal": Sample(body=lambda w: reason(w) | {"revision": 1}),
    f"GET {ENTRY}/revisions": Sample(),
    f"GET {CASE}/standard": Sample(query=scheme),
    f"GET {CASE}/standard.xlsx": Sample(query=scheme),
}
