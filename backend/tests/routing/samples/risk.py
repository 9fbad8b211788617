"""Sample calls of risk matrices, planning inputs and off-site information."""

from typing import Any

from mingjian.programme.tests.risk_factories import MILD
from tests.routing.samples.cases import CASE, version
from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

RISK, ONES = f"{CASE}/risk", "/api/programme/risk"
NEED, ROW = f"{ONES}/needs/{{need_id}}", f"{ONES}/rows/{{risk_id}}"
INFORMATION, PARTS = f"{CASE}/information", "/api/programme/information"
ITEM, FACT = f"{PARTS}/items/{{information_id}}", f"{PARTS}/facts/{{fact_id}}"
NOTE = f"{PARTS}/notes/{{note_id}}"


def need(world: World) -> dict[str, Any]:
    return {"stakeholder": "body", "text": "结论可信"}


def known(world: World) -> dict[str, Any]:
    return {
        "kind": "previous_audit",
        "source": "上次监督审核",
        "seen_on": "2026-01-05",
        "statement": "一般不符合未关闭",
        "is_open": True,
    }


def inputs(world: World) -> dict[str, Any]:
    answers = {"need": {"grade": "high", "reason": "行程受限"}}
    return {"version": world.programme.version, "answers": answers}


SAMPLES: dict[str, Sample] = {
    f"GET {CASE}/inputs": Sample(),
    f"PUT {CASE}/inputs": Sample(body=inputs),
    f"GET {RISK}": Sample(),
    f"GET {RISK}/totals": Sample(),
    f"GET {RISK}/sources": Sample(),
    f"GET {RISK}/library": Sample(),
    f"GET {RISK}/owners": Sample(),
    f"GET {RISK}/differences": Sample(query=lambda w: {"before": 1, "after": 1}),
    f"GET {RISK}/workbook": Sample(),
    # The world's case has a draft.
    f"POST {RISK}": Sample(ok=CONFLICT),
    f"POST {RISK}/renew": Sample(body=reason, ok=CONFLICT),
    f"POST {RISK}/submit": Sample(body=version),
    f"POST {RISK}/take-back": Sample(body=version, ok=CONFLICT),
    f"POST {RISK}/return": Sample(body=lambda w: version(w) | reason(w), ok=CONFLICT),
    f"POST {RISK}/approve": Sample(body=version, ok=CONFLICT),
    f"POST {RISK}/confirm": Sample(body=lambda w: version(w) | reason(w), ok=CONFLICT),
    f"POST {RISK}/template": Sample(body=version, ok=CONFLICT),
    f"POST {ONES}/cases/{{case_id}}/needs": Sample(body=need),
    f"PATCH {NEED}": Sample(body=lambda w: version(w) | need(w)),
    f"POST {NEED}/remove": Sample(body=version),
    f"POST {ONES}/cases/{{case_id}}/rows": Sample(body=lambda w: MILD),
    f"POST {ONES}/cases/{{case_id}}/library": Sample(body=lambda w: {"codes": ["noise"]}),
    f"PATCH {ROW}": Sample(body=lambda w: version(w) | MILD),
    f"POST {ROW}/remove": Sample(body=version),
    # A draft's treatments are nobody's yet.
    f"POST {ROW}/done": Sample(body=lambda w: version(w) | {"outcome": "已完成"}, ok=CONFLICT),
    f"GET {INFORMATION}": Sample(),
    f"GET {INFORMATION}/workbook": Sample(),
    f"POST {INFORMATION}": Sample(),
    f"POST {INFORMATION}/items": Sample(body=lambda w: {"title": "能源使用情况"}),
    # Refused as long as no theme names a coordinator of the world's case.
    f"POST {INFORMATION}/request": Sample(
        body=lambda w: {"item_ids": [str(w.ids["information_id"])], "due_on": "2100-01-01"},
        ok=frozenset({200}) | CONFLICT,
    ),
    f"POST {INFORMATION}/complete": Sample(
        body=lambda w: version(w) | {"conclusion": "可以远程"}, ok=CONFLICT
    ),
    f"POST {INFORMATION}/facts": Sample(body=known),
    f"POST {INFORMATION}/notes": Sample(body=lambda w: {"text": "需要现场核查"}),
    f"POST {ITEM}/answer": Sample(body=lambda w: version(w) | {"answer": "无变化"}),
    f"POST {ITEM}/drop": Sample(body=lambda w: version(w) | reason(w)),
    f"PATCH {FACT}": Sample(body=lambda w: version(w) | known(w)),
    f"POST {FACT}/remove": Sample(body=version),
    f"POST {NOTE}/remove": Sample(body=version),
    f"POST {NOTE}/risk": Sample(body=version),
    f"POST {NOTE}/hint": Sample(body=version),
}
