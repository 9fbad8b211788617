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

TOOLS, TOOL = "/api/programme/tools", "/api/programme/tools/{tool_id}"
OF_CASE = "/api/programme/cases/{case_id}/tools"


def scores(world: World) -> dict[str, Any]:
    score = {"score": 4, "evidence": "试会记录"}
    return {"scores": dict.fromkeys(("convenience", "ease", "cost", "security"), score)}


TRAINING = "/api/programme/training"
COURSE, RECORD = f"{TRAINING}/courses/{{course_id}}", f"{TRAINING}/records/{{record_id}}"
GUIDES, GUIDE = "/api/programme/guides", "/api/programme/guides/{guide_id}"
TEXT = {"title_zh": "耳机", "title_en": "Headsets", "text_zh": "试音", "text_en": "Try it"}

SAMPLES: dict[str, Sample] = {
    f"GET {TRAINING}/courses": Sample(),
    f"POST {TRAINING}/courses": Sample(
        body=lambda w: {"title": "保密", "hours": 2, "held_on": "2026-03-03"}
    ),
    f"GET {COURSE}": Sample(),
    f"PATCH {COURSE}": Sample(body=lambda w: version(w) | {"provider": "协会"}),
    f"POST {COURSE}/participants": Sample(
        body=lambda w: {"person_id": str(w.ours["LA"].person.id)}
    ),
    f"GET {TRAINING}/records": Sample(),
    f"PATCH {RECORD}": Sample(body=lambda w: version(w) | {"result": "passed"}),
    f"POST {RECORD}/remove": Sample(body=reason),
    f"GET {GUIDES}": Sample(),
    f"POST {GUIDES}": Sample(body=lambda w: {"code": "headset-2", **TEXT}),
    f"GET {GUIDES}/supplied": Sample(),
    f"POST {GUIDES}/supplied": Sample(),
    f"GET {GUIDE}": Sample(),
    f"PATCH {GUIDE}": Sample(body=lambda w: version(w) | {"position": 7}),
    f"PUT {GUIDE}/draft": Sample(body=lambda w: TEXT),
    # What readers see is published; there is no draft beside it.
    f"POST {GUIDE}/discard": Sample(ok=CONFLICT),
    f"POST {GUIDE}/publish": Sample(body=version, ok=CONFLICT),
    f"GET {GUIDE}/versions/{{number}}/changes": Sample(),
    f"GET {TOOLS}": Sample(),
    f"GET {TOOLS}/rules": Sample(),
    f"POST {TOOLS}": Sample(body=lambda w: {"name": "蓝海会议"}),
    f"GET {TOOL}": Sample(),
    f"PATCH {TOOL}": Sample(body=lambda w: version(w) | {"vendor": "蓝海"}),
    f"POST {TOOL}/assessments": Sample(body=scores),
    f"POST {TOOL}/incident": Sample(body=reason),
    f"GET {OF_CASE}": Sample(),
    f"POST {OF_CASE}": Sample(body=lambda w: {"tool_id": str(w.ids["tool_id"])}),
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
