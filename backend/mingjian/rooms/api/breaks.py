"""``/api/rooms/breaks/{break_id}``: agreed, taken back, ended."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.rooms.access import reach_break
from mingjian.rooms.queries.views import session_view
from mingjian.rooms.schemas import SessionOut
from mingjian.rooms.services.breaks import agree_break, end_break, withdraw_break

router = Router()
ONE = "/{uuid:break_id}"


@router.post(f"{ONE}/agreement", response=SessionOut)
@requires("sessions", "U")
def agree(request: AuthorisedRequest, break_id: UUID) -> Any:
    """The other side agrees: the break begins."""
    reach_break(request, break_id)
    row = agree_break(viewer=request.viewer, break_id=break_id)
    return session_view(request.viewer, row.session)


@router.post(f"{ONE}/withdrawal", response=SessionOut)
@requires("sessions", "U")
def withdraw(request: AuthorisedRequest, break_id: UUID) -> Any:
    reach_break(request, break_id)
    row = withdraw_break(viewer=request.viewer, break_id=break_id)
    return session_view(request.viewer, row.session)


@router.post(f"{ONE}/end", response=SessionOut)
@requires("sessions", "U")
def end(request: AuthorisedRequest, break_id: UUID) -> Any:
    """One side is back; with the second the audit goes on."""
    reach_break(request, break_id)
    row = end_break(viewer=request.viewer, break_id=break_id)
    return session_view(request.viewer, row.session)
