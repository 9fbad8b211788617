"""``/api/programme/cases/{case_id}/candidates``, ``/standing`` and ``/objections``."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.access import reach_case, reach_objection
from mingjian.programme.facts.team import standing
from mingjian.programme.queries.assignments import candidates
from mingjian.programme.queries.objections import objection_view, objections_view
from mingjian.programme.schemas.availability import CandidateOut
from mingjian.programme.schemas.objections import (
    CandidatesQuery,
    NewObjection,
    ObjectionAnswer,
    ObjectionOut,
    ObjectionsOut,
    StandingOut,
)
from mingjian.programme.services.objections import answer_objection, object_to_member

router = Router()


@router.get("/{uuid:case_id}/candidates", response=list[CandidateOut])
@requires("team", "C")
def list_candidates(
    request: AuthorisedRequest, case_id: UUID, query: Query[CandidatesQuery]
) -> Any:
    """Everybody who might take the role, the most suitable first, each with reasons."""
    return candidates(request.viewer, reach_case(request, case_id), role=query.role)


@router.get("/{uuid:case_id}/standing", response=StandingOut)
@requires("team", "C")
def read_standing(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Who covers what, and what speaks for or against each member today."""
    return standing(reach_case(request, case_id))


@router.get("/{uuid:case_id}/objections", response=ObjectionsOut)
@requires("team", "R")
def list_objections(request: AuthorisedRequest, case_id: UUID) -> Any:
    """What the client was told of its team, and what it said."""
    return objections_view(reach_case(request, case_id))


@router.post("/{uuid:case_id}/objections", response={201: ObjectionOut})
@requires("team", "U")
def raise_objection(request: AuthorisedRequest, case_id: UUID, new: NewObjection) -> Any:
    """The client objects to a member, with its ground."""
    case = reach_case(request, case_id, aspect="object")
    raised = object_to_member(
        viewer=request.viewer, case=case, member_id=new.member_id, ground=new.ground
    )
    return Status(201, objection_view(raised))


@router.post("/objections/{uuid:objection_id}/answer", response=ObjectionOut)
@requires("team", "C")
def answer(request: AuthorisedRequest, objection_id: UUID, said: ObjectionAnswer) -> Any:
    """Replace the member, or keep them; either with a reason that the client reads."""
    reach_objection(request, objection_id)
    return objection_view(
        answer_objection(viewer=request.viewer, objection_id=objection_id, **said.model_dump())
    )
