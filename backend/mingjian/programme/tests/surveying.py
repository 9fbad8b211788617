"""Surveys for tests: complete answers with nothing that speaks against them, and handed in."""

from copy import deepcopy
from typing import Any

from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, Survey
from mingjian.programme.queries.surveys import places
from mingjian.programme.services.surveys import ask, save_draft, submit_survey

HEAD_OFFICE = "11111111-1111-7111-8111-111111111111"
PLACES = {HEAD_OFFICE: "总部"}


def complete(site: str = HEAD_OFFICE, **changed: Any) -> dict[str, Any]:
    """Everything answered for one site; ``changed`` replaces whole sections."""
    devices = {code: {"count": 1, "remark": ""} for code in ("D1", "D2", "D3", "D6", "D7", "D8")}
    network = {"kind": "wired", "up_mbps": 20, "down_mbps": 100, "remark": ""}
    answers = {
        "sites": {site: {"devices": devices, "has_none": False, "network": network}},
        "people": {
            code: {"has": True, "name": "李明", "phone": "139 2222 0001"}
            for code in ("P1", "P2", "P3")
        },
        "secure_areas": {
            "has": True,
            "areas": [
                {"site": site, "scene": "office", "what": "图纸", "alternative": "到现场查看"}
            ],
        },
        "noise": [
            {
                "site": site,
                "scene": "production",
                "level": "loud",
                "dba": 78,
                "plan": "降噪耳机 2 副",
            }
        ],
        "meeting_tool": {"name": "腾讯会议", "is_own": True},
        "willingness": {"answer": "yes", "ground": ""},
    }
    return deepcopy(answers | changed)


def asked(manager: Viewer, case: AuditCase, **values: Any) -> Survey:
    """The case's survey, sent to the client."""
    return ask(viewer=manager, case_id=case.id, values=values, send=True)


def answered(manager: Viewer, coordinator: Viewer, case: AuditCase, **changed: Any) -> Survey:
    """The case's survey, handed in by the client's coordinator."""
    survey = asked(manager, case)
    site = next(iter(places(survey)))
    return hand_in(coordinator, survey, complete(site, **changed))


def hand_in(coordinator: Viewer, survey: Survey, answers: dict[str, Any]) -> Survey:
    with tenant_scope(coordinator.owners):
        saved = save_draft(
            viewer=coordinator, survey_id=survey.id, version=survey.version, answers=answers
        )
        return submit_survey(
            viewer=coordinator, survey_id=survey.id, version=saved.version, name="李明"
        )
