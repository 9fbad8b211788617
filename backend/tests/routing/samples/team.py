"""Sample calls of competence, impartiality, availability, objections and hand-over."""

from typing import Any

from tests.routing.samples.sample import Sample, reason
from tests.routing.world import World

ROOT, CASE = "/api/programme", "/api/programme/cases/{case_id}"
HELD, ONE = f"{ROOT}/qualifications", f"{ROOT}/qualifications/{{qualification_id}}"
INTEREST = f"{ROOT}/interests/{{interest_id}}"
ABSENCE = f"{ROOT}/absences/{{absence_id}}"
REFUSED = frozenset({422})


def version(world: World) -> dict[str, Any]:
    return {"version": 1}


def person(world: World) -> dict[str, Any]:
    return {"person_id": str(world.ours["AU"].person.id)}


def grant(world: World) -> dict[str, Any]:
    return person(world) | {
        "scheme": "ISMS",
        "role": "AU",
        "codes": ["33"],
        "valid_from": "2026-01-01",
        "evidence": "注册证书",
    }


def interest(world: World) -> dict[str, Any]:
    return person(world) | {
        "client_id": str(world.client.id),
        "kind": "training",
        "since": "2025-01-01",
    }


def absence(world: World) -> dict[str, Any]:
    return person(world) | {"kind": "leave", "first": "2027-03-01", "last": "2027-03-05"}


def gifts(world: World) -> dict[str, Any]:
    gift = {
        "kind": "member",
        "id": str(world.ids["member_id"]),
        "to_person_id": str(world.ids["spare"]),
    }
    return {"gifts": [gift], "reason": "休产假"}


SAMPLES: dict[str, Sample] = {
    f"GET {HELD}": Sample(),
    f"POST {HELD}": Sample(body=grant, foreign=REFUSED),
    f"GET {HELD}/matrix": Sample(),
    f"GET {ONE}": Sample(),
    f"PATCH {ONE}": Sample(body=lambda w: version(w) | {"codes": ["17"]}),
    f"POST {ONE}/withdraw": Sample(body=lambda w: version(w) | reason(w)),
    f"GET {ROOT}/interests": Sample(),
    f"POST {ROOT}/interests": Sample(body=interest, foreign=REFUSED),
    f"PATCH {INTEREST}": Sample(body=lambda w: version(w) | {"details": "两次内训"}),
    f"POST {INTEREST}/decide": Sample(
        body=lambda w: version(w) | {"decision": "accepted"} | reason(w)
    ),
    f"GET {ROOT}/declarations": Sample(),
    f"GET {ROOT}/declarations/owed": Sample(),
    # Signed with a name that is nobody's.
    f"POST {ROOT}/declarations": Sample(
        body=lambda w: {"signed_name": "无此人"}, ok=REFUSED, foreign=REFUSED
    ),
    f"GET {ROOT}/absences": Sample(),
    f"POST {ROOT}/absences": Sample(body=absence, foreign=REFUSED),
    f"PATCH {ABSENCE}": Sample(body=lambda w: version(w) | {"note": "年假"}),
    f"POST {ABSENCE}/cancel": Sample(body=version),
    f"GET {ROOT}/schedule": Sample(),
    f"GET {ROOT}/hand-overs/leavers": Sample(),
    f"GET {ROOT}/hand-overs/{{person_id}}": Sample(),
    f"POST {ROOT}/hand-overs/{{person_id}}": Sample(body=gifts),
    f"GET {CASE}/candidates": Sample(),
    f"GET {CASE}/standing": Sample(),
    f"GET {CASE}/objections": Sample(),
    f"POST {CASE}/objections": Sample(
        body=lambda w: {"member_id": str(w.ids["lead_id"]), "ground": "曾任职于竞争对手"}
    ),
    f"POST {ROOT}/cases/objections/{{objection_id}}/answer": Sample(
        body=lambda w: version(w) | {"replaced": False, "answer": "已核实，无利益冲突"}
    ),
}
