"""Sample calls of audit time, the choice of sites, and rule packs."""

from typing import Any

from mingjian.programme.queries.rule_packs import digest_of
from mingjian.programme.rules.packs.shipped import shipped_packs
from tests.routing.objects.time import draft_of
from tests.routing.samples.sample import NOT_FOUND, Sample
from tests.routing.world import World

CASE, PACKS = "/api/programme/cases/{case_id}", "/api/programme/rule-packs"


def choices(world: World) -> dict[str, Any]:
    return {"schemes": [{"scheme": "QMS"}, {"scheme": "EMS", "complexity": "medium"}]}


def draft(world: World) -> dict[str, Any]:
    stamp = next(each.stamp for each in shipped_packs() if each.code == "iaf-md11")
    return {"based_on": digest_of(stamp), "edition": "新版", "effective_from": "2098-01-01"}


def changed(world: World) -> dict[str, Any]:
    row = draft_of(world)
    return {"version": row.version, "content": row.content}


ANYBODY_S = frozenset({201})

SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/time": Sample(),
    f"POST {CASE}/time/preview": Sample(body=choices),
    f"POST {CASE}/time": Sample(body=lambda w: {"number": 1, "choices": choices(w)}),
    f"GET {CASE}/time/replay": Sample(),
    f"GET {CASE}/time/workbook": Sample(),
    f"GET {CASE}/site-sample": Sample(),
    f"POST {CASE}/site-sample": Sample(),
    f"GET {PACKS}": Sample(),
    f"POST {PACKS}": Sample(body=draft, foreign=ANYBODY_S),
    f"GET {PACKS}/{{pack_key}}": Sample(foreign=NOT_FOUND),
    f"PATCH {PACKS}/{{pack_id}}/draft": Sample(body=changed),
    f"POST {PACKS}/{{pack_id}}/release": Sample(body=lambda w: {"version": draft_of(w).version}),
    f"GET {PACKS}/{{pack_id}}/touched": Sample(),
}
