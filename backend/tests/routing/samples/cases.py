"""Sample calls of sites, programmes, cases and teams."""

from typing import Any

from tests.routing.samples.sample import CONFLICT, NOT_FOUND, Sample, reason
from tests.routing.world import World

SITES, SITE = "/api/programme/sites", "/api/programme/sites/{site_id}"
PROGRAMMES, PROGRAMME = "/api/programme/programmes", "/api/programme/programmes/{programme_id}"
CASES, CASE = "/api/programme/cases", "/api/programme/cases/{case_id}"
MEMBER = "/api/programme/cases/team/{member_id}"


def client(world: World) -> dict[str, Any]:
    return {"client_id": str(world.client.id)}


def version(world: World) -> dict[str, Any]:
    return {"version": 1}


REFUSED = frozenset({422})

SAMPLES: dict[str, Sample] = {
    f"GET {SITES}": Sample(),
    f"POST {SITES}": Sample(body=lambda w: client(w) | {"name": "三水分厂"}, foreign=REFUSED),
    f"GET {SITE}": Sample(),
    f"PATCH {SITE}": Sample(body=lambda w: version(w) | {"address": "佛山"}),
    f"POST {SITE}/close": Sample(body=lambda w: version(w) | reason(w)),
    f"POST {SITE}/reopen": Sample(body=version),
    f"GET {PROGRAMMES}": Sample(),
    f"POST {PROGRAMMES}": Sample(
        body=lambda w: client(w) | {"cycle": 2, "schemes": ["QMS"]}, foreign=REFUSED
    ),
    f"GET {PROGRAMME}": Sample(),
    f"PATCH {PROGRAMME}": Sample(body=lambda w: {"version": w.programme.version, "scope": "机械"}),
    f"POST {PROGRAMME}/approve": Sample(
        body=lambda w: {"version": w.programme.version}, ok=CONFLICT
    ),
    f"GET {CASES}": Sample(),
    f"POST {CASES}": Sample(
        body=lambda w: {"programme_id": str(w.programme.id), "kind": "surveillance"},
        foreign=NOT_FOUND,
    ),
    f"POST {CASES}/past": Sample(
        body=lambda w: {
            "programme_id": str(w.programme.id),
            "kind": "stage_2",
            "starts_on": "2025-03-03",
            "ends_on": "2025-03-05",
        },
        foreign=NOT_FOUND,
    ),
    f"GET {CASE}": Sample(),
    f"PATCH {CASE}": Sample(body=lambda w: {"version": w.case.version, "scope": "机加工"}),
    f"POST {CASE}/advance": Sample(body=lambda w: {"to": "team_set"}),
    f"POST {CASE}/postpone": Sample(body=reason),
    # Not postponed, and not begun.
    f"POST {CASE}/resume": Sample(ok=CONFLICT),
    f"POST {CASE}/cancel": Sample(body=reason),
    f"POST {CASE}/end-early": Sample(body=reason, ok=CONFLICT),
    f"GET {CASE}/team": Sample(),
    f"POST {CASE}/team": Sample(
        body=lambda w: {"person_id": str(w.ours["QS"].person.id), "role": "OBS"}
    ),
    f"PATCH {MEMBER}": Sample(body=lambda w: version(w) | {"days": "2.5"}),
    f"POST {MEMBER}/release": Sample(body=lambda w: version(w) | reason(w)),
}
