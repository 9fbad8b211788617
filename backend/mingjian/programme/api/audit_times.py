"""``/api/programme/cases/{case_id}/time``: how long the audit takes, and which sites it visits."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.errors import NotFound
from mingjian.programme import services
from mingjian.programme.access import reach_case
from mingjian.programme.queries import audit_times
from mingjian.programme.queries.audit_time_sheet import time_workbook
from mingjian.programme.queries.cases import case_of
from mingjian.programme.queries.site_samples import latest_sample, sample_view
from mingjian.programme.schemas.audit_times import (
    NewSiteSample,
    NewTime,
    SiteSampleOut,
    TimeChoices,
    TimeOut,
    TimePage,
    TimeReplay,
    TimeResult,
)

router = Router()


@router.get("/{uuid:case_id}/time", response=TimePage)
@requires("plan", "R")
def read_time(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The calculation that counts, what a form starts with, and what the team brings."""
    reach_case(request, case_id)
    return audit_times.page_view(request.viewer, case_of(request.viewer, case_id))


@router.post("/{uuid:case_id}/time/preview", response=TimeResult)
@requires("plan", "U")
def preview_time(request: AuthorisedRequest, case_id: UUID, choices: TimeChoices) -> Any:
    """What these choices would give; nothing is saved."""
    case = reach_case(request, case_id)
    book = audit_times.rulebook_of(request.viewer, case)
    _, result = audit_times.calculated(case, book, choices.model_dump())
    return audit_times.result_view(result.stored())


@router.post("/{uuid:case_id}/time", response={201: TimeOut})
@requires("plan", "U")
def save_time(request: AuthorisedRequest, case_id: UUID, new: NewTime) -> Any:
    reach_case(request, case_id)
    saved = services.save_audit_time(
        viewer=request.viewer,
        case_id=case_id,
        number=new.number,
        values=new.choices.model_dump(),
        days=new.days,
        override_reason=new.override_reason,
    )
    return Status(201, audit_times.time_view(saved))


@router.get("/{uuid:case_id}/time/replay", response=TimeReplay)
@requires("plan", "R")
def replay_time(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The kept inputs calculated again under the rule packs of their day."""
    last = audit_times.latest_time(reach_case(request, case_id))
    if last is None:
        raise NotFound
    again, is_same = audit_times.replayed(last)
    return {"is_same": is_same, "result": audit_times.result_view(again.stored())}


@router.get("/{uuid:case_id}/time/workbook")
@requires("plan", "R")
def export_time(request: AuthorisedRequest, case_id: UUID) -> HttpResponse:
    """The explained lines as a workbook."""
    case = reach_case(request, case_id)
    last = audit_times.latest_time(case)
    if last is None:
        raise NotFound
    return time_workbook(case, last)


@router.get("/{uuid:case_id}/site-sample", response=SiteSampleOut | None)
@requires("plan", "R")
def read_sample(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The last draw of sites, if there was one."""
    last = latest_sample(reach_case(request, case_id))
    return sample_view(last) if last else None


@router.post("/{uuid:case_id}/site-sample", response={201: SiteSampleOut})
@requires("plan", "U")
def draw_sites(request: AuthorisedRequest, case_id: UUID, new: NewSiteSample) -> Any:
    """Draw the sites that are visited; every draw is kept."""
    reach_case(request, case_id)
    drawn = services.draw_sites(viewer=request.viewer, case_id=case_id, **new.model_dump())
    return Status(201, sample_view(drawn))
