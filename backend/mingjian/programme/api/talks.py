"""``/api/programme/cases/{case_id}/client-talk``: what was settled before a remote audit."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.access import reach_case
from mingjian.programme.queries.talks import talk_view
from mingjian.programme.schemas.plans import TalkInput, TalkOut
from mingjian.programme.services.talks import save_talk

router = Router()


@router.get("/{uuid:case_id}/client-talk", response=TalkOut)
@requires("plan", "R")
def read_talk(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The points of the talk on tools and how evidence is shown."""
    return talk_view(reach_case(request, case_id))


@router.patch("/{uuid:case_id}/client-talk", response=TalkOut)
@requires("plan", "U")
def write_talk(request: AuthorisedRequest, case_id: UUID, given: TalkInput) -> Any:
    """Tick off points and write down what was agreed."""
    case = reach_case(request, case_id)
    save_talk(viewer=request.viewer, case_id=case_id, **given.model_dump())
    return talk_view(case)
