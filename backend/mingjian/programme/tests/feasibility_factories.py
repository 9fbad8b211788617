"""A case on its way to a decision, made by the services as users make it."""

from typing import Any
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.programme.models import RemoteAgreement, SceneAssessment, Site
from mingjian.programme.services import (
    draft_agreement,
    issue_agreement,
    judge_conditions,
    list_scene,
    set_coordinator,
    update_contingency,
)

CONDITIONS = (
    "objectives",
    "accepted",
    "technology",
    "information",
    "limits",
    "ability",
    "understanding",
    "change",
)
CONTINGENCY: dict[str, Any] = {
    "body_contacts": [{"name": "陈静", "role": "审核组长", "phone": "138 0013 0001"}],
    "client_contacts": [{"name": "李明", "role": "审核协调员", "phone": "139 2222 0001"}],
    "ladder": [{"from": "video", "to": "phone_photos", "after_minutes": 5}],
    "decides": "审核组长",
    "reserve_dates": ["2026-12-05"],
}


def listed(
    manager: Viewer, case_id: UUID, site: Site, scene: str = "office", **values: Any
) -> SceneAssessment:
    return list_scene(viewer=manager, case_id=case_id, site_id=site.id, scene=scene, values=values)


def all_hold(manager: Viewer, case_id: UUID) -> None:
    """Somebody said yes to all eight conditions."""
    judge_conditions(
        viewer=manager,
        case_id=case_id,
        version=0,
        conditions={code: {"holds": True, "note": ""} for code in CONDITIONS},
    )


def prepared(manager: Viewer, case_id: UUID, coordinator_id: UUID) -> None:
    """Coordinator named, contingency plan complete."""
    set_coordinator(viewer=manager, case_id=case_id, person_id=coordinator_id)
    update_contingency(viewer=manager, case_id=case_id, version=0, values=CONTINGENCY)


def issued(manager: Viewer, case_id: UUID, reason: str = "") -> RemoteAgreement:
    """The next version of the agreement, waiting to be signed."""
    draft = draft_agreement(viewer=manager, case_id=case_id, reason=reason)
    return issue_agreement(viewer=manager, agreement_id=draft.id, version=draft.version)
