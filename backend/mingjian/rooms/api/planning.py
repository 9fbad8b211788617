"""``/api/rooms``: sessions listed, made from the plan, added, moved."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.access import reach_case
from mingjian.rooms.access import reach_session
from mingjian.rooms.models import AuditSession
from mingjian.rooms.queries.sessions import SORTABLE, sessions, summary_view
from mingjian.rooms.queries.views import session_view
from mingjian.rooms.schemas import (
    NewRoom,
    NewSession,
    RoomOut,
    SessionExtension,
    SessionOut,
    SessionsQuery,
    SessionSummaryOut,
    SessionTime,
)
from mingjian.rooms.services.planning import (
    add_room,
    add_session,
    extend_session,
    follow_plan,
    reschedule_session,
)

router = Router()
of_cases = Router()

COLUMNS: Columns[AuditSession] = {
    ("审核", "Audit"): lambda row: row.case.number,
    ("客户", "Client"): lambda row: row.case.client.name,
    ("会议", "Session"): lambda row: str(row),
    ("开始", "From"): lambda row: row.local_start.replace("T", " "),
    ("结束", "To"): lambda row: row.local_end.replace("T", " "),
    ("时区", "Zone"): lambda row: row.zone,
    ("状态", "State"): lambda row: row.get_state_display(),
}


@router.get("", response=Page[SessionSummaryOut])
@requires("sessions", "R")
def list_sessions(request: AuthorisedRequest, query: Query[SessionsQuery]) -> Any:
    """What is held, coming or over; a manager sees the state of all without entering any."""
    rows = sessions(request.viewer, case_id=query.case, which=query.which)
    if not request.viewer.scope and all(grant.qualifier for grant in request.grants):
        rows = rows.none()
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, summary_view, name="会议", columns=COLUMNS)


@of_cases.post("/{uuid:case_id}/plan", response=list[SessionSummaryOut])
@requires("sessions", "host")
def make_from_plan(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The sessions that the accepted plan asks for; what was held stays as it was."""
    reach_case(request, case_id)
    return [summary_view(row) for row in follow_plan(viewer=request.viewer, case_id=case_id)]


@of_cases.post("/{uuid:case_id}/sessions", response={201: SessionSummaryOut})
@requires("sessions", "host")
def add(request: AuthorisedRequest, case_id: UUID, new: NewSession) -> Any:
    """One more meeting that no plan foresaw."""
    reach_case(request, case_id)
    row = add_session(viewer=request.viewer, case_id=case_id, **new.model_dump())
    return Status(201, summary_view(row))


@router.put("/{uuid:session_id}/time", response=SessionOut)
@requires("sessions", "host")
def reschedule(request: AuthorisedRequest, session_id: UUID, given: SessionTime) -> Any:
    reach_session(request, session_id)
    row = reschedule_session(viewer=request.viewer, session_id=session_id, **given.model_dump())
    return session_view(request.viewer, row)


@router.post("/{uuid:session_id}/extension", response=SessionOut)
@requires("sessions", "host")
def extend(request: AuthorisedRequest, session_id: UUID, given: SessionExtension) -> Any:
    reach_session(request, session_id)
    row = extend_session(viewer=request.viewer, session_id=session_id, minutes=given.minutes)
    return session_view(request.viewer, row)


@router.post("/{uuid:session_id}/rooms", response={201: RoomOut})
@requires("sessions", "host")
def open_room(request: AuthorisedRequest, session_id: UUID, new: NewRoom) -> Any:
    """A parallel room."""
    reach_session(request, session_id)
    row = add_room(viewer=request.viewer, session_id=session_id, name=new.name)
    return Status(201, {"id": row.id, "kind": row.kind, "name": row.name})
