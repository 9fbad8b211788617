"""``/api/programme/applications/{id}/time``: audit time, calculated by whoever reviews."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.queries import application_times as times
from mingjian.programme.queries.application_page import application_page
from mingjian.programme.queries.applications import submitted_application
from mingjian.programme.queries.audit_times import result_view
from mingjian.programme.schemas.applications import ApplicationOut
from mingjian.programme.schemas.audit_times import (
    ApplicationTimePage,
    NewTime,
    TimeChoices,
    TimeResult,
)
from mingjian.programme.services.application_times import save_application_time

router = Router()


@router.get("/{uuid:application_id}/time", response=ApplicationTimePage)
@requires("applications", "A")
def read_time(request: AuthorisedRequest, application_id: UUID) -> Any:
    """What the form starts with: the application's own figures, and the choices so far."""
    row = submitted_application(request.viewer, application_id)
    return times.calculation_page(request.viewer, row)


@router.post("/{uuid:application_id}/time/preview", response=TimeResult)
@requires("applications", "A")
def preview_time(request: AuthorisedRequest, application_id: UUID, choices: TimeChoices) -> Any:
    """What these choices would give; nothing is saved."""
    row = submitted_application(request.viewer, application_id)
    book = times.application_book(request.viewer, row)
    _, result = times.calculated_for(row, book, choices.model_dump())
    return result_view(result.stored())


@router.post("/{uuid:application_id}/time", response={201: ApplicationOut})
@requires("applications", "A")
def save_time(request: AuthorisedRequest, application_id: UUID, new: NewTime) -> Any:
    save_application_time(
        viewer=request.viewer,
        application_id=application_id,
        number=new.number,
        values=new.choices.model_dump(),
        days=new.days,
        override_reason=new.override_reason,
    )
    return Status(201, application_page(request.viewer, application_id))
