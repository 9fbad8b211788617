"""The feasibility tab of a case, read at once."""

from typing import Any

from mingjian.identity.models import Person
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.agreements import agreements_view
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.contacts import coordinator_of
from mingjian.programme.queries.feasibility import (
    conditions_view,
    contingency_of,
    contingency_view,
    decision_view,
    decisions_of,
    ground_view,
    proposal,
    review_of,
)
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.suitability import assessment_view, assessments
from mingjian.programme.rules.contingency import suggested
from mingjian.programme.rules.feasibility import CONDITIONS_CODE
from mingjian.programme.rules.scene_suitability import CODE


def feasibility_page(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """Everything on which the decision rests, the decision, and what was agreed."""
    proposed, review = proposal(viewer, case), review_of(viewer, case)
    coordinator = coordinator_of(viewer, case)
    return {
        "scenes": [assessment_view(row) for row in assessments(viewer, case)],
        "conditions": conditions_view(viewer, case),
        "conditions_version": review.version if review else 0,
        "conditions_edition": pack(viewer, CONDITIONS_CODE).edition,
        "proposal": {
            "result": proposed.result,
            "mode": proposed.mode,
            "grounds": [ground_view(ground) for ground in proposed.grounds],
        },
        "decisions": [decision_view(row) for row in decisions_of(viewer, case)],
        "contingency": {
            **contingency_view(contingency_of(viewer, case)),
            "suggested": suggested(pack(viewer, CODE).parameters["ladder"]),
        },
        "agreements": agreements_view(viewer, case),
        "coordinator": _person(coordinator) if coordinator else None,
        "can_override": may_override(viewer, case),
    }


def may_override(viewer: Viewer, case: AuditCase) -> bool:
    """The programme manager, and whoever leads this very audit."""
    leads = any(each.role == "LA" and each.person_id == viewer.person_id for each in team_of(case))
    return viewer.role == "PM" or leads


def _person(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in ("id", "name", "phone", "email")}
