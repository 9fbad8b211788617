"""A session as its page shows it: what is on, who is there, what the reader may do."""

from typing import Any

from mingjian.kit.access import Viewer
from mingjian.rooms.errors.lobby import AuthorityNotAdmittedError, NotOfSessionError
from mingjian.rooms.models import AuditSession, Participant, ParticipantState, SessionBreak
from mingjian.rooms.queries.participants import own_participant
from mingjian.rooms.queries.sessions import (
    acting_host_of,
    agenda,
    commands,
    host_of,
    planned_minutes,
    room_role,
    rooms_of,
    summary_view,
)
from mingjian.rooms.rules.room_roles import POWERS, may_enter_room


def session_view(viewer: Viewer, session: AuditSession) -> dict[str, Any]:
    """Who is there is told to those who are let in, and to the body's managers."""
    role = _role(viewer, session)
    own = own_participant(viewer, session)
    is_in = own is not None and own.state == ParticipantState.ADMITTED
    items = agenda(session)
    host, host_name = host_of(session)
    return {
        **summary_view(session),
        "host_id": host,
        "host": host_name,
        "acting_host_id": acting_host_of(session),
        "captures": False,
        "planned_minutes": planned_minutes(session, items),
        "agenda": [_item_view(each) for each in items],
        "rooms": [_room_view(each) for each in rooms_of(session, role)] if role else [],
        "participants": _participants(session, role) if is_in or role == "" else [],
        "pause": pause_view(session),
        "my_role": role,
        "may_command": bool(role) and commands(viewer, session, role),
        "me": participant_view(own, role) if own else None,
    }


def _role(viewer: Viewer, session: AuditSession) -> str:
    """Empty for those who see the session's state without entering it."""
    try:
        return room_role(viewer, session.case)
    except (AuthorityNotAdmittedError, NotOfSessionError):
        return ""


def _participants(session: AuditSession, role: str) -> list[dict[str, Any]]:
    rows = session.participants.select_related("room").prefetch_related("presences")
    return [participant_view(row, role) for row in rows.order_by("asked_at")]


def participant_view(row: Participant, reader: str) -> dict[str, Any]:
    """One person; where the team talks among itself is nobody else's business."""
    names = "id", "person_id", "name", "organisation", "role", "state", "asked_at", "hand_raised_at"
    is_known = bool(reader) and may_enter_room(reader, row.room.kind)
    powers = POWERS[row.role]
    return {
        **{name: getattr(row, name) for name in names},
        "identity": row.identity,
        "room_id": row.room_id if is_known else None,
        "is_present": any(each.left_at is None for each in row.presences.all()),
        "sources": list(powers.sources),
        "may_speak": powers.data,
        "side": powers.side or "",
    }


def pause_view(session: AuditSession) -> dict[str, Any] | None:
    """The break that is asked for or being taken."""
    row = SessionBreak.objects.filter(session=session, ended_at=None, withdrawn_at=None).first()
    if row is None:
        return None
    names = "id", "minutes", "asked_by", "asked_at", "started_at", "end_asked_by"
    return {name: getattr(row, name) for name in names}


def _room_view(row: Any) -> dict[str, Any]:
    return {"id": row.id, "kind": row.kind, "name": row.name}


def _item_view(item: Any) -> dict[str, Any]:
    names = "line", "kind", "title", "clauses", "starts_at", "ends_at", "auditee", "scene"
    return {name: getattr(item, name) for name in names}
