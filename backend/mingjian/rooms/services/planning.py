"""Sessions made from the accepted plan, added as the need arises, and moved."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, AuditPlan, PlanItem, PlanState
from mingjian.programme.queries.cases import case_for_process
from mingjian.programme.queries.plans import plan_in_force
from mingjian.programme.rules.plan_times import FORM, span
from mingjian.programme.services.cases import locked_case
from mingjian.rooms.errors.sessions import AfterEndError, NoPlanError
from mingjian.rooms.models import AuditSession, Room, RoomKind, SessionKind
from mingjian.rooms.queries.sessions import summary_view
from mingjian.rooms.rules.planned import Line, PlannedSession, planned_sessions
from mingjian.rooms.rules.session_states import SessionState
from mingjian.rooms.services.locking import check_state, commanded_session

TEAM_ROOM = "审核组内部 · Audit team"
MAIN_ROOM = "主会场 · Main room"


def follow_plan(*, viewer: Viewer, case_id: UUID) -> list[AuditSession]:
    """Bring a case's sessions to what its accepted plan says; what was held stays as it was."""
    with transaction.atomic():
        case = case_for_process(viewer, case_id)
        AuditCase.objects.select_for_update().get(id=case.id)
        plan = plan_in_force(case)
        if plan is None or plan.state != PlanState.ACCEPTED:
            raise NoPlanError
        wanted = {each.part: each for each in planned_sessions(_lines(plan))}
        running = {
            row.part: row
            for row in AuditSession.objects.select_for_update().filter(case=case).exclude(part="")
            if row.state != SessionState.CANCELLED
        }
        for part, row in running.items():
            if part not in wanted and row.state == SessionState.PLANNED:
                _drop(viewer, row)
        return [_realise(viewer, case, each, running.get(part)) for part, each in wanted.items()]


def add_session(
    *, viewer: Viewer, case_id: UUID, title: str, local_start: str, local_end: str, zone: str
) -> AuditSession:
    """One more meeting that no plan foresaw."""
    starts, ends = span(local_start, local_end, zone)
    if ends <= clock.now():
        raise AfterEndError
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        row = AuditSession(
            owner_id=case.owner_id,
            case=case,
            kind=SessionKind.AD_HOC,
            title=title,
            local_start=local_start,
            local_end=local_end,
            zone=zone,
            starts_at=starts,
            ends_at=ends,
            changed_by=name_of(viewer),
        )
        return _keep(viewer, row)


def reschedule_session(
    *, viewer: Viewer, session_id: UUID, version: int, local_start: str, local_end: str, zone: str
) -> AuditSession:
    """Another time for a session that has not begun."""
    starts, ends = span(local_start, local_end, zone)
    if ends <= clock.now():
        raise AfterEndError
    values = {
        "local_start": local_start,
        "local_end": local_end,
        "zone": zone,
        "starts_at": starts,
        "ends_at": ends,
        "is_moved": True,
    }
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        check_state(session, SessionState.PLANNED, SessionState.LOBBY)
        before = change(session, viewer=viewer, version=version, values=values, view=summary_view)
        record(viewer, "session.rescheduled", session, before=before)
    return session


def extend_session(*, viewer: Viewer, session_id: UUID, minutes: int) -> AuditSession:
    """It goes on longer than planned."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        check_state(session, SessionState.LOBBY, SessionState.LIVE)
        ends = session.ends_at + timedelta(minutes=minutes)
        values = {"ends_at": ends, "local_end": _local(ends, session.zone), "is_moved": True}
        before = change(
            session, viewer=viewer, version=session.version, values=values, view=summary_view
        )
        record(viewer, "session.extended", session, before=before)
    return session


def add_room(*, viewer: Viewer, session_id: UUID, name: str) -> Room:
    """One more room, so that two auditors can work at the same time."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        check_state(session, SessionState.PLANNED, SessionState.LOBBY, SessionState.LIVE)
        return _room(viewer, session, RoomKind.PARALLEL, name)


def _lines(plan: AuditPlan) -> list[Line]:
    rows = PlanItem.objects.filter(plan=plan, is_remote=True)
    names = "line", "kind", "title", "local_start", "local_end", "zone", "starts_at", "ends_at"
    return [Line(*values) for values in rows.values_list(*names)]


def _realise(
    viewer: Viewer, case: AuditCase, wanted: PlannedSession, existing: AuditSession | None
) -> AuditSession:
    values = {
        "title": wanted.title,
        "lines": [str(line) for line in wanted.lines],
        "local_start": wanted.first.local_start,
        "local_end": wanted.last.local_end,
        "zone": wanted.first.zone,
        "starts_at": wanted.first.starts_at,
        "ends_at": wanted.last.ends_at,
    }
    if existing is None:
        row = AuditSession(owner_id=case.owner_id, case=case, part=wanted.part, kind=wanted.kind)
        for name, value in values.items():
            setattr(row, name, value)
        return _keep(viewer, row)
    if existing.is_moved:
        values = {name: values[name] for name in ("title", "lines")}
    is_same = all(getattr(existing, name) == value for name, value in values.items())
    if existing.state == SessionState.PLANNED and not is_same:
        before = change(
            existing, viewer=viewer, version=existing.version, values=values, view=summary_view
        )
        record(viewer, "session.replanned", existing, before=before)
    return existing


def _keep(viewer: Viewer, row: AuditSession) -> AuditSession:
    row.save(force_insert=True)
    _room(viewer, row, RoomKind.MAIN, MAIN_ROOM)
    _room(viewer, row, RoomKind.TEAM, TEAM_ROOM)
    record(viewer, "session.planned", row)
    return row


def _room(viewer: Viewer, session: AuditSession, kind: RoomKind, name: str) -> Room:
    room = Room(owner_id=session.owner_id, session=session, kind=kind, name=name)
    room.save(force_insert=True)
    record(viewer, "room.added", room)
    return room


def _drop(viewer: Viewer, row: AuditSession) -> None:
    values = {"state": SessionState.CANCELLED}
    before = change(row, viewer=viewer, version=row.version, values=values, view=summary_view)
    record(viewer, "session.cancelled", row, before=before)


def _local(instant: datetime, zone: str) -> str:
    return instant.astimezone(ZoneInfo(zone)).strftime(FORM)
