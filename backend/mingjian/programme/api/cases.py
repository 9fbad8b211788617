"""``/api/programme/cases``: the audits, each from its plan to its decision."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme import services
from mingjian.programme.access import reach_case
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import SORTABLE, case_of, case_view, cases, summary_view
from mingjian.programme.schemas.cases import (
    Advance,
    CaseChange,
    CaseOut,
    CasesQuery,
    CaseSummary,
    NewCase,
    PastCase,
)
from mingjian.programme.schemas.forms import Reason

router = Router()

COLUMNS: Columns[AuditCase] = {
    ("计划编号", "Plan number"): lambda row: row.number,
    ("客户", "Client"): lambda row: row.client.name,
    ("审核类型", "Kind"): lambda row: row.get_kind_display(),
    ("领域", "Schemes"): lambda row: " ".join(row.schemes),
    ("方式", "Mode"): lambda row: row.get_mode_display(),
    ("状态", "State"): lambda row: row.get_state_display(),
    ("开始", "Starts on"): lambda row: row.starts_on,
    ("结束", "Ends on"): lambda row: row.ends_on,
    ("最晚", "Due by"): lambda row: row.due_by,
}


@router.get("", response=Page[CaseSummary])
@requires("programme", "R")
def list_cases(request: AuthorisedRequest, query: Query[CasesQuery]) -> Any:
    names = {"client_id", "programme_id", "state", "mode", "search"}
    rows = cases(request.viewer, **query.model_dump(include=names))
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, summary_view, name="审核", columns=COLUMNS)


@router.post("", response={201: CaseOut})
@requires("programme", "C")
def open_case(request: AuthorisedRequest, new: NewCase) -> Any:
    """One more audit of a programme."""
    created = services.open_case(
        viewer=request.viewer,
        programme_id=new.programme_id,
        values=new.model_dump(exclude_unset=True, exclude={"programme_id"}),
    )
    return Status(201, _shown(request, created.id))


@router.post("/past", response={201: CaseOut})
@requires("programme", "C")
def record_past_case(request: AuthorisedRequest, past: PastCase) -> Any:
    """An audit held before this platform: history that planning builds on."""
    recorded = services.record_past_case(
        viewer=request.viewer,
        programme_id=past.programme_id,
        values=past.model_dump(exclude_unset=True, exclude={"programme_id", "team"}),
        team=[(member.person_id, member.role) for member in past.team],
    )
    return Status(201, _shown(request, recorded.id))


@router.get("/{uuid:case_id}", response=CaseOut)
@requires("programme", "R")
def read_case(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The case with its steps, its team, and what each step still lacks."""
    return case_view(request.viewer, reach_case(request, case_id))


@router.patch("/{uuid:case_id}", response=CaseOut)
@requires("programme", "U")
def change_case(request: AuthorisedRequest, case_id: UUID, change: CaseChange) -> Any:
    reach_case(request, case_id)
    services.update_case(
        viewer=request.viewer,
        case_id=case_id,
        version=change.version,
        values=change.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return _shown(request, case_id)


@router.post("/{uuid:case_id}/advance", response=CaseOut)
@requires("programme", "U")
def advance(request: AuthorisedRequest, case_id: UUID, step: Advance) -> Any:
    """Bring the case to its next state, if nothing that this needs is missing."""
    reach_case(request, case_id)
    services.advance_case(viewer=request.viewer, case_id=case_id, to=step.to)
    return _shown(request, case_id)


@router.post("/{uuid:case_id}/postpone", response=CaseOut)
@requires("programme", "U")
def postpone(request: AuthorisedRequest, case_id: UUID, why: Reason) -> Any:
    reach_case(request, case_id)
    services.postpone_case(viewer=request.viewer, case_id=case_id, reason=why.reason)
    return _shown(request, case_id)


@router.post("/{uuid:case_id}/resume", response=CaseOut)
@requires("programme", "U")
def resume(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Go on with a postponed case where it stood."""
    reach_case(request, case_id)
    services.resume_case(viewer=request.viewer, case_id=case_id)
    return _shown(request, case_id)


@router.post("/{uuid:case_id}/cancel", response=CaseOut)
@requires("programme", "C")
def cancel(request: AuthorisedRequest, case_id: UUID, why: Reason) -> Any:
    """The audit will not take place."""
    reach_case(request, case_id)
    services.cancel_case(viewer=request.viewer, case_id=case_id, reason=why.reason)
    return _shown(request, case_id)


@router.post("/{uuid:case_id}/end-early", response=CaseOut)
@requires("programme", "U")
def end_early(request: AuthorisedRequest, case_id: UUID, why: Reason) -> Any:
    """The audit stops before its plan is done; what was found is still reported."""
    reach_case(request, case_id)
    services.end_case_early(viewer=request.viewer, case_id=case_id, reason=why.reason)
    return _shown(request, case_id)


def _shown(request: AuthorisedRequest, case_id: UUID) -> dict[str, Any]:
    return case_view(request.viewer, case_of(request.viewer, case_id))
