"""People at a session: who waits, who is there, for how long each really was."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from mingjian.identity.models import GuestLink, Membership
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import TeamMember
from mingjian.rooms.models import (
    AuditSession,
    Participant,
    ParticipantState,
    Presence,
    RoomKind,
    SessionBreak,
)
from mingjian.rooms.queries.sessions import sessions
from mingjian.rooms.rules.intervals import Interval, effective, whole_minutes
from mingjian.rooms.rules.room_roles import OF_CLIENT, OF_TEAM
from mingjian.rooms.rules.session_states import OPEN


def participant_of(viewer: Viewer, participant_id: UUID) -> Participant:
    """One participant of a session the viewer may see; 404 otherwise."""
    rows = Participant.objects.filter(
        id=participant_id, session__in=sessions(viewer).order_by()
    ).select_related("session__case", "room")
    row = rows.first()
    if row is None:
        raise NotFound
    return row


def own_participant(viewer: Viewer, session: AuditSession) -> Participant | None:
    """The viewer at that session, once they asked to enter."""
    people = filter(None, [viewer.person_id])
    rows = Participant.objects.filter(session=session, person_id__in=people)
    return rows.select_related("room", "session__case__client").first()


def is_entitled(participant: Participant) -> bool:
    """Whether the person may be where they are: asked whenever the server is looked at.

    Rights end without anybody here being told: a team is changed, a guest's link revoked.
    """
    session = participant.session
    if session.state not in OPEN or participant.state != ParticipantState.ADMITTED:
        return False
    case = session.case
    with tenant_scope({case.owner_id, case.client_id}):
        held = Membership.objects.select_related("person").get(id=participant.membership_id)
        if not held.person.is_active or not held.is_in_force(clock.today(held.person.zone)):
            return False
        links = GuestLink.objects.filter(membership=held)
        if links.exists() and not any(each.state == "arrived" for each in links):
            return False
        return _is_of_case(participant)


def _is_of_case(participant: Participant) -> bool:
    if participant.role in OF_CLIENT.values():
        return True
    running = TeamMember.objects.filter(
        case=participant.session.case_id, person=participant.person_id, ended_at=None
    )
    return any(OF_TEAM[each.role] == participant.role for each in running)


def ledger(session: AuditSession) -> list[dict[str, Any]]:
    """Each person's minutes (B05): there, in breaks, and what counts."""
    now = clock.now()
    bounds = bounds_of(session, now)
    lost = [Interval(each.started_at, each.ended_at or now) for each in _breaks(session)]
    rows = session.participants.prefetch_related("presences__room").order_by("asked_at")
    return [_ledger_line(row, bounds, lost, now) for row in rows]


def bounds_of(session: AuditSession, now: datetime) -> Interval:
    """While it ran; empty before it started."""
    start = session.started_at or now
    return Interval(start, session.ended_at or now)


def _breaks(session: AuditSession) -> Iterable[Any]:
    return SessionBreak.objects.filter(session=session, started_at__isnull=False)


def _ledger_line(
    row: Participant, bounds: Interval, lost: list[Interval], now: datetime
) -> dict[str, Any]:
    """What was said among the team alone is no audit time."""
    stays = [each for each in row.presences.all() if each.room.kind != RoomKind.TEAM]
    spans = [Interval(each.joined_at, each.left_at or now) for each in stays]
    return {
        "participant_id": row.id,
        "name": row.name,
        "organisation": row.organisation,
        "role": row.role,
        "first_joined_at": min((each.joined_at for each in stays), default=None),
        "last_left_at": _last_left(stays),
        "present_minutes": whole_minutes(effective(spans, bounds, [])),
        "effective_minutes": whole_minutes(effective(spans, bounds, lost)),
    }


def _last_left(stays: list[Presence]) -> datetime | None:
    """None while the person is there."""
    left = [each.left_at for each in stays]
    return max(filter(None, left), default=None) if all(left) else None
