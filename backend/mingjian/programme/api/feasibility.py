"""``/api/programme/cases/{id}/feasibility``: suitability, conditions, decision, contingency."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme import services
from mingjian.programme.access import reach_case
from mingjian.programme.access_feasibility import reach_override, reach_scene
from mingjian.programme.queries.feasibility_page import feasibility_page
from mingjian.programme.schemas.feasibility import (
    ContingencyChange,
    Decide,
    FeasibilityOut,
    Judgements,
    NamedCoordinator,
    NewOverride,
    NewScene,
    OverrideAnswer,
    SceneChange,
)
from mingjian.programme.schemas.forms import Version

router = Router()


@router.get("/{uuid:case_id}/feasibility", response=FeasibilityOut)
@requires("surveys", "R")
def read_feasibility(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Everything on which the decision rests, the decision, and what was agreed."""
    return feasibility_page(request.viewer, reach_case(request, case_id))


@router.post("/{uuid:case_id}/scenes", response={201: FeasibilityOut})
@requires("programme", "U")
def list_scene(request: AuthorisedRequest, case_id: UUID, new: NewScene) -> Any:
    """One more scene of a site, with the rules' verdicts."""
    case = reach_case(request, case_id)
    services.list_scene(
        viewer=request.viewer,
        case_id=case_id,
        site_id=new.site_id,
        scene=new.scene,
        values=new.model_dump(include={"name", "factors", "presentation"}),
    )
    return Status(201, feasibility_page(request.viewer, case))


@router.patch("/scenes/{uuid:scene_id}", response=FeasibilityOut)
@requires("programme", "U")
def change_scene(request: AuthorisedRequest, scene_id: UUID, change: SceneChange) -> Any:
    case = reach_scene(request, scene_id)
    services.update_scene(
        viewer=request.viewer,
        scene_id=scene_id,
        version=change.version,
        values=change.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return feasibility_page(request.viewer, case)


@router.post("/scenes/{uuid:scene_id}/remove", response=FeasibilityOut)
@requires("programme", "U")
def remove_scene(request: AuthorisedRequest, scene_id: UUID, at: Version) -> Any:
    case = reach_scene(request, scene_id)
    services.remove_scene(viewer=request.viewer, scene_id=scene_id, version=at.version)
    return feasibility_page(request.viewer, case)


@router.post("/scenes/{uuid:scene_id}/overrides", response={201: FeasibilityOut})
@requires("programme", "U")
def propose_override(request: AuthorisedRequest, scene_id: UUID, new: NewOverride) -> Any:
    """Another verdict than the rules'; the other of programme manager and lead confirms it."""
    case = reach_scene(request, scene_id)
    services.propose_override(viewer=request.viewer, scene_id=scene_id, **new.model_dump())
    return Status(201, feasibility_page(request.viewer, case))


@router.post("/overrides/{uuid:override_id}/answer", response=FeasibilityOut)
@requires("programme", "U")
def answer_override(request: AuthorisedRequest, override_id: UUID, answer: OverrideAnswer) -> Any:
    """The second person's word on an override."""
    case = reach_override(request, override_id)
    services.answer_override(viewer=request.viewer, override_id=override_id, **answer.model_dump())
    return feasibility_page(request.viewer, case)


@router.patch("/{uuid:case_id}/conditions", response=FeasibilityOut)
@requires("programme", "U")
def judge_conditions(request: AuthorisedRequest, case_id: UUID, said: Judgements) -> Any:
    """Whether each of the eight conditions holds, with a note."""
    case = reach_case(request, case_id)
    services.judge_conditions(viewer=request.viewer, case_id=case_id, **said.model_dump())
    return feasibility_page(request.viewer, case)


@router.post("/{uuid:case_id}/feasibility/decide", response=FeasibilityOut)
@requires("programme", "A")
def decide(request: AuthorisedRequest, case_id: UUID, decision: Decide) -> Any:
    """Remote, hybrid or on site; deviating from the proposal takes a reason."""
    reach_case(request, case_id)
    services.decide_feasibility(viewer=request.viewer, case_id=case_id, **decision.model_dump())
    return feasibility_page(request.viewer, reach_case(request, case_id))


@router.patch("/{uuid:case_id}/contingency", response=FeasibilityOut)
@requires("surveys", "U")
def change_contingency(request: AuthorisedRequest, case_id: UUID, change: ContingencyChange) -> Any:
    """Numbers, ladder, reserve dates; a client enters its own contacts only."""
    case = reach_case(request, case_id)
    services.update_contingency(
        viewer=request.viewer, case_id=case_id, version=change.version, values=change.values()
    )
    return feasibility_page(request.viewer, case)


@router.post("/{uuid:case_id}/coordinator", response=FeasibilityOut)
@requires("surveys", "C")
def name_coordinator(request: AuthorisedRequest, case_id: UUID, named: NamedCoordinator) -> Any:
    """Somebody of the client's people, or somebody new who is invited."""
    reach_case(request, case_id)
    services.set_coordinator(viewer=request.viewer, case_id=case_id, **named.model_dump())
    return feasibility_page(request.viewer, reach_case(request, case_id))
