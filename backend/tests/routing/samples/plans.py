"""Sample calls of plans, client talks, checklists and calendars."""

from typing import Any

from tests.routing.objects.plans import CLAUSES
from tests.routing.samples.sample import CONFLICT, Sample
from tests.routing.world import World

CASE = "/api/programme/cases/{case_id}"
PLAN, ITEM = f"{CASE}/plan", "/api/programme/cases/plan/items/{item_id}"
CHECKLIST = f"{CASE}/checklist"
ASKED = "/api/programme/cases/checklist/{case_question_id}"
QUESTIONS, QUESTION = "/api/programme/questions", "/api/programme/questions/{question_id}"


def version(world: World) -> dict[str, Any]:
    return {"version": 1}


def first_version(world: World) -> dict[str, Any]:
    return {"number": 1}


DRAFT = frozenset({200, 404})
"""Outside the body nobody sees a draft."""

SAMPLES: dict[str, Sample] = {
    f"GET {PLAN}": Sample(),
    f"POST {PLAN}": Sample(body=lambda w: {"source": "empty"}, ok=CONFLICT),
    f"GET {PLAN}/items": Sample(),
    f"POST {PLAN}/items": Sample(
        body=lambda w: {
            "title": "首次会议",
            "kind": "opening",
            "local_start": "2026-11-23T09:00",
            "local_end": "2026-11-23T09:30",
        }
    ),
    f"PATCH {ITEM}": Sample(body=lambda w: version(w) | {"title": "内审"}),
    f"POST {ITEM}/remove": Sample(body=version),
    f"POST {PLAN}/override": Sample(
        body=lambda w: {"key": "coverage:QMS:9.3", "reason": "上次已审"}
    ),
    f"POST {PLAN}/issue": Sample(body=version, ok=CONFLICT),
    # Nothing was issued yet.
    f"POST {PLAN}/answer": Sample(body=lambda w: {"accepts": True, "answer": "好"}, ok=CONFLICT),
    f"GET {PLAN}/changes": Sample(query=lambda w: {"older": 1, "newer": 1}, ok=DRAFT),
    f"GET {CASE}/plan.ics": Sample(),
    f"GET {CASE}/plan.pdf": Sample(query=first_version, ok=DRAFT | {503}),
    f"GET {CASE}/client-talk": Sample(),
    f"PATCH {CASE}/client-talk": Sample(
        body=lambda w: {"version": 0, "points": {"tool": {"is_settled": True}}}
    ),
    f"GET {CHECKLIST}": Sample(),
    f"GET {CASE}/checklist.xlsx": Sample(),
    f"POST {CHECKLIST}/choose": Sample(),
    f"POST {CHECKLIST}": Sample(body=lambda w: {"text": "新问题？", "clauses": CLAUSES}),
    f"PATCH {ASKED}": Sample(body=lambda w: version(w) | {"preparation": "看报告"}),
    f"POST {ASKED}/remove": Sample(body=version),
    f"GET {QUESTIONS}": Sample(),
    f"POST {QUESTIONS}": Sample(body=lambda w: {"text": "是否策划？", "clauses": CLAUSES}),
    f"PATCH {QUESTION}": Sample(body=lambda w: version(w) | {"guidance": "方案"}),
    "GET /api/programme/calendar.ics": Sample(),
}
