"""``/api/programme/cases/{case_id}/risk``: the risk matrix of an audit."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.access import reach_case
from mingjian.programme.queries.risk_scale import suggestions
from mingjian.programme.queries.risk_workbook import matrix_workbook
from mingjian.programme.queries.risks import (
    difference_view,
    risk_view,
    source_view,
    sources,
    totals_view,
)
from mingjian.programme.queries.treatment_owners import owner_views
from mingjian.programme.schemas.forms import Reason, Version, VersionedReason
from mingjian.programme.schemas.risks import (
    NewRiskMatrix,
    RiskApproval,
    RiskDifferenceOut,
    RiskDifferenceQuery,
    RiskOut,
    RiskQuery,
    RiskSourceOut,
    RiskSuggestionOut,
    RiskTotals,
    TreatmentOwnerOut,
)
from mingjian.programme.services import risks as services

router = Router()
RISK = "/{uuid:case_id}/risk"


@router.get(RISK, response=RiskOut)
@requires("risk", "R")
def read_risk(request: AuthorisedRequest, case_id: UUID, query: Query[RiskQuery]) -> Any:
    """The matrix of the audit, the scale it stands under, and its versions."""
    case = reach_case(request, case_id)
    return risk_view(request.viewer, case, query.number or None)


@router.get(f"{RISK}/totals", response=RiskTotals)
@requires("risk", "R")
def read_totals(request: AuthorisedRequest, case_id: UUID) -> Any:
    """How many risks of which level are in force, without what they say."""
    return totals_view(request.viewer, reach_case(request, case_id, aspect="sum"))


@router.get(f"{RISK}/sources", response=list[RiskSourceOut])
@requires("risk", "R")
def list_sources(request: AuthorisedRequest, case_id: UUID) -> Any:
    """What a first version may be copied from."""
    case = reach_case(request, case_id)
    return [source_view(row) for row in sources(request.viewer, case)[:20]]


@router.get(f"{RISK}/library", response=list[RiskSuggestionOut])
@requires("risk", "R")
def list_suggestions(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Typical risks and opportunities, those that the planning inputs call for first."""
    return suggestions(request.viewer, reach_case(request, case_id))


@router.get(f"{RISK}/owners", response=list[TreatmentOwnerOut])
@requires("risk", "R")
def list_owners(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Who may answer for a treatment."""
    return owner_views(request.viewer, reach_case(request, case_id))


@router.get(f"{RISK}/differences", response=list[RiskDifferenceOut])
@requires("risk", "R")
def list_differences(
    request: AuthorisedRequest, case_id: UUID, query: Query[RiskDifferenceQuery]
) -> Any:
    """What changed between two versions."""
    return difference_view(reach_case(request, case_id), query.before, query.after)


@router.get(f"{RISK}/workbook")
@requires("risk", "R")
def export_risk(request: AuthorisedRequest, case_id: UUID, query: Query[RiskQuery]) -> HttpResponse:
    """The matrix as a workbook, with the definitions of its grades."""
    case = reach_case(request, case_id)
    return matrix_workbook(request.viewer, case, query.number or None)


@router.post(RISK, response={201: RiskOut})
@requires("risk", "C")
def start_risk(request: AuthorisedRequest, case_id: UUID, new: NewRiskMatrix) -> Any:
    reach_case(request, case_id)
    services.start_matrix(viewer=request.viewer, case_id=case_id, copy_from=new.copy_from)
    return Status(201, _shown(request, case_id))


@router.post(f"{RISK}/renew", response={201: RiskOut})
@requires("risk", "C")
def renew_risk(request: AuthorisedRequest, case_id: UUID, why: Reason) -> Any:
    """A new version to change what was approved."""
    reach_case(request, case_id)
    services.renew_matrix(viewer=request.viewer, case_id=case_id, reason=why.reason)
    return Status(201, _shown(request, case_id))


@router.post(f"{RISK}/submit", response=RiskOut)
@requires("risk", "U")
def submit_risk(request: AuthorisedRequest, case_id: UUID, at: Version) -> Any:
    """Scored and complete: it waits for somebody else's approval."""
    reach_case(request, case_id)
    services.submit_matrix(viewer=request.viewer, case_id=case_id, version=at.version)
    return _shown(request, case_id)


@router.post(f"{RISK}/take-back", response=RiskOut)
@requires("risk", "U")
def take_back_risk(request: AuthorisedRequest, case_id: UUID, at: Version) -> Any:
    """Its author goes on editing."""
    reach_case(request, case_id)
    services.take_back_matrix(viewer=request.viewer, case_id=case_id, version=at.version)
    return _shown(request, case_id)


@router.post(f"{RISK}/return", response=RiskOut)
@requires("risk", "A")
def return_risk(request: AuthorisedRequest, case_id: UUID, why: VersionedReason) -> Any:
    """Not approved: the reason says what to mend."""
    reach_case(request, case_id)
    services.return_matrix(viewer=request.viewer, case_id=case_id, **why.dict())
    return _shown(request, case_id)


@router.post(f"{RISK}/approve", response=RiskOut)
@requires("risk", "A")
def approve_risk(request: AuthorisedRequest, case_id: UUID, approval: RiskApproval) -> Any:
    """From now on the matrix holds."""
    reach_case(request, case_id)
    services.approve_matrix(viewer=request.viewer, case_id=case_id, **approval.dict())
    return _shown(request, case_id)


@router.post(f"{RISK}/confirm", response=RiskOut)
@requires("risk", "A")
def confirm_risk(request: AuthorisedRequest, case_id: UUID, why: VersionedReason) -> Any:
    """What changed since the approval leaves the risks as they are."""
    reach_case(request, case_id)
    services.confirm_matrix(viewer=request.viewer, case_id=case_id, **why.dict())
    return _shown(request, case_id)


@router.post(f"{RISK}/template", response=RiskOut)
@requires("risk", "A")
def keep_template(request: AuthorisedRequest, case_id: UUID, at: Version) -> Any:
    """Later audits of the programme start from this matrix."""
    reach_case(request, case_id)
    services.keep_as_template(viewer=request.viewer, case_id=case_id, version=at.version)
    return _shown(request, case_id)


def _shown(request: AuthorisedRequest, case_id: UUID) -> dict[str, Any]:
    return risk_view(request.viewer, reach_case(request, case_id))
