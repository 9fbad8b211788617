"""``/api/programme/cases/{case_id}/inputs``: what is known before an audit is planned."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.access import reach_case
from mingjian.programme.queries.planning_inputs import inputs_view
from mingjian.programme.rules.planning_inputs import Answer
from mingjian.programme.schemas.risks import PlanningInputsIn, PlanningInputsOut
from mingjian.programme.services.planning_inputs import set_planning_inputs

router = Router()


@router.get("/{uuid:case_id}/inputs", response=PlanningInputsOut)
@requires("risk", "R")
def read_inputs(request: AuthorisedRequest, case_id: UUID) -> Any:
    return inputs_view(reach_case(request, case_id))


@router.put("/{uuid:case_id}/inputs", response=PlanningInputsOut)
@requires("programme", "U")
def set_inputs(request: AuthorisedRequest, case_id: UUID, given: PlanningInputsIn) -> Any:
    """They hold for every audit of the programme."""
    reach_case(request, case_id)
    chosen = {
        code: Answer(grade=answer.grade, reason=answer.reason)
        for code, answer in given.answers.items()
    }
    set_planning_inputs(viewer=request.viewer, case_id=case_id, version=given.version, given=chosen)
    return inputs_view(reach_case(request, case_id))
