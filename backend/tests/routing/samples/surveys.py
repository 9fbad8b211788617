"""Sample calls of surveys and campaigns."""

from typing import Any

from tests.routing.samples.sample import CONFLICT, Sample, reason
from tests.routing.world import World

SURVEYS, SURVEY = "/api/programme/surveys", "/api/programme/surveys/{survey_id}"
CASE = "/api/programme/cases/{case_id}/survey"
CAMPAIGNS = f"{SURVEYS}/campaigns"
CAMPAIGN = f"{CAMPAIGNS}/{{campaign_id}}"


def sent(world: World) -> dict[str, Any]:
    """The survey's version once it was sent."""
    return {"version": 2}


def running(world: World) -> dict[str, Any]:
    """The campaign's version once it was sent."""
    return {"version": 3}


SAMPLES: dict[str, Sample] = {
    f"GET {SURVEYS}": Sample(),
    f"GET {SURVEYS}/questionnaire": Sample(),
    f"GET {CASE}": Sample(),
    # There is one already.
    f"POST {CASE}": Sample(ok=CONFLICT),
    f"GET {SURVEY}": Sample(),
    f"PATCH {SURVEY}": Sample(body=lambda w: sent(w) | {"answers": {}}),
    # Sent already, not answered yet.
    f"POST {SURVEY}/send": Sample(body=sent, ok=CONFLICT),
    f"POST {SURVEY}/submit": Sample(body=lambda w: sent(w) | {"name": "李明"}, ok=CONFLICT),
    f"POST {SURVEY}/return": Sample(body=lambda w: sent(w) | reason(w), ok=CONFLICT),
    f"POST {SURVEY}/close": Sample(body=lambda w: sent(w) | reason(w)),
    f"POST {SURVEY}/remind": Sample(),
    f"GET {CAMPAIGNS}": Sample(),
    f"POST {CAMPAIGNS}": Sample(body=lambda w: {"title": "摸底"}),
    f"POST {CAMPAIGNS}/preview": Sample(),
    f"GET {CAMPAIGN}": Sample(),
    f"PATCH {CAMPAIGN}": Sample(body=lambda w: running(w) | {"title": "摸底"}, ok=CONFLICT),
    f"POST {CAMPAIGN}/start": Sample(body=running, ok=CONFLICT),
    f"POST {CAMPAIGN}/remind": Sample(),
    f"POST {CAMPAIGN}/close": Sample(body=lambda w: running(w) | reason(w)),
}
