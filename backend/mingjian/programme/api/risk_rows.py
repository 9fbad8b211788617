"""``/api/programme/risk``: needs and rows of risk matrices, one by one."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.access import reach_case
from mingjian.programme.models import RiskRow
from mingjian.programme.queries.risk_scale import scale_of
from mingjian.programme.queries.risks import need_case, need_view, row_case, row_view
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.risks import (
    NewRiskNeed,
    RiskFromLibrary,
    RiskNeedChange,
    RiskNeedOut,
    RiskRowChange,
    RiskRowIn,
    RiskRowOut,
    TreatmentDone,
)
from mingjian.programme.services import risk_rows as services

router = Router()


@router.post("/cases/{uuid:case_id}/needs", response={201: RiskNeedOut})
@requires("risk", "C")
def add_need(request: AuthorisedRequest, case_id: UUID, new: NewRiskNeed) -> Any:
    reach_case(request, case_id)
    added = services.add_need(viewer=request.viewer, case_id=case_id, values=new.model_dump())
    return Status(201, need_view(added))


@router.patch("/needs/{uuid:need_id}", response=RiskNeedOut)
@requires("risk", "U")
def change_need(request: AuthorisedRequest, need_id: UUID, change: RiskNeedChange) -> Any:
    case = reach_case(request, need_case(need_id))
    changed = services.update_need(
        viewer=request.viewer,
        case_id=case.id,
        need_id=need_id,
        version=change.version,
        values=change.model_dump(exclude={"version"}),
    )
    return need_view(changed)


@router.post("/needs/{uuid:need_id}/remove", response=RiskNeedOut)
@requires("risk", "U")
def remove_need(request: AuthorisedRequest, need_id: UUID, at: Version) -> Any:
    case = reach_case(request, need_case(need_id))
    removed = services.remove_need(
        viewer=request.viewer, case_id=case.id, need_id=need_id, version=at.version
    )
    return need_view(removed)


@router.post("/cases/{uuid:case_id}/rows", response={201: RiskRowOut})
@requires("risk", "C")
def add_row(request: AuthorisedRequest, case_id: UUID, new: RiskRowIn) -> Any:
    reach_case(request, case_id)
    added = services.add_row(viewer=request.viewer, case_id=case_id, values=new.model_dump())
    return Status(201, _shown(request, added))


@router.post("/cases/{uuid:case_id}/library", response={201: list[RiskRowOut]})
@requires("risk", "C")
def add_from_library(request: AuthorisedRequest, case_id: UUID, chosen: RiskFromLibrary) -> Any:
    """Entries of the library as rows, with the grades that it proposes."""
    reach_case(request, case_id)
    added = services.add_from_library(viewer=request.viewer, case_id=case_id, **chosen.dict())
    return Status(201, [_shown(request, row) for row in added])


@router.patch("/rows/{uuid:risk_id}", response=RiskRowOut)
@requires("risk", "U")
def change_row(request: AuthorisedRequest, risk_id: UUID, change: RiskRowChange) -> Any:
    case = reach_case(request, row_case(risk_id))
    changed = services.update_row(
        viewer=request.viewer,
        case_id=case.id,
        row_id=risk_id,
        version=change.version,
        values=change.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return _shown(request, changed)


@router.post("/rows/{uuid:risk_id}/remove", response=RiskRowOut)
@requires("risk", "U")
def remove_row(request: AuthorisedRequest, risk_id: UUID, at: Version) -> Any:
    case = reach_case(request, row_case(risk_id))
    removed = services.remove_row(
        viewer=request.viewer, case_id=case.id, row_id=risk_id, version=at.version
    )
    return _shown(request, removed)


@router.post("/rows/{uuid:risk_id}/done", response=RiskRowOut)
@requires("risk", "R")
def finish_treatment(request: AuthorisedRequest, risk_id: UUID, done: TreatmentDone) -> Any:
    """Whoever answers for the treatment says so; the service asks who that is."""
    case = reach_case(request, row_case(risk_id))
    row = services.finish_treatment(
        viewer=request.viewer, case_id=case.id, row_id=risk_id, **done.dict()
    )
    return _shown(request, row)


def _shown(request: AuthorisedRequest, row: RiskRow) -> dict[str, Any]:
    return row_view(row, scale_of(request.viewer, row.matrix))
