"""Asking to enter, being let in or not, being put out, moving from room to room."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.outbox import announce
from mingjian.rooms.errors.lobby import (
    HostStaysError,
    LockedError,
    NotAdmittedError,
    NotOpenYetError,
    SessionOverError,
    SilentRoleError,
    TeamRoomError,
)
from mingjian.rooms.events import EntryRefused, MicrophonesMuted
from mingjian.rooms.models import AuditSession, Participant, ParticipantState, Room, RoomKind
from mingjian.rooms.queries.participants import own_participant, participant_of
from mingjian.rooms.queries.sessions import acting_host_of, host_of, room_role
from mingjian.rooms.rules.room_roles import MICROPHONE, POWERS, RoomRole, may_enter_room
from mingjian.rooms.rules.session_states import OVER, SessionState
from mingjian.rooms.services.locking import commanded_session, locked_session
from mingjian.rooms.services.sessions import open_lobby


def ask_to_enter(*, viewer: Viewer, session_id: UUID) -> Participant:
    """Auditors go in, and open the lobby by coming; everybody else waits for the host."""
    with transaction.atomic():
        session = locked_session(viewer, session_id)
        role = room_role(viewer, session.case)
        _check_open(viewer, session, role)
        own = own_participant(viewer, session)
        if own and own.state == ParticipantState.ADMITTED and own.role == role:
            return own
        if session.is_locked and not POWERS[role].may_host:
            raise LockedError
        return _enter(viewer, session, own, role)


def admit(*, viewer: Viewer, participant_id: UUID) -> Participant:
    """The host lets somebody in."""
    with transaction.atomic():
        row = _commanded(viewer, participant_id)
        return _put(viewer, row, "participant.admitted", ParticipantState.ADMITTED)


def deny(*, viewer: Viewer, participant_id: UUID, reason: str = "") -> Participant:
    """The host does not."""
    with transaction.atomic():
        row = _commanded(viewer, participant_id)
        return _put(viewer, row, "participant.denied", ParticipantState.DENIED, reason)


def remove(*, viewer: Viewer, participant_id: UUID, reason: str = "") -> Participant:
    """Somebody who is in has to leave; they may ask to enter again."""
    with transaction.atomic():
        row = _commanded(viewer, participant_id)
        if row.person_id in {host_of(row.session)[0], acting_host_of(row.session)}:
            raise HostStaysError
        _refuse(row.room, row.identity)
        return _put(viewer, row, "participant.removed", ParticipantState.REMOVED, reason)


def move(*, viewer: Viewer, participant_id: UUID, room_id: UUID) -> Participant:
    """The host sends somebody to another room of the session."""
    with transaction.atomic():
        return _move(viewer, _commanded(viewer, participant_id), room_id)


def move_oneself(*, viewer: Viewer, session_id: UUID, room_id: UUID) -> Participant:
    """The team goes where it is needed; everybody else is sent."""
    with transaction.atomic():
        session = locked_session(viewer, session_id)
        row = own_participant(viewer, session)
        if row is None or row.state != ParticipantState.ADMITTED:
            raise NotAdmittedError
        if row.room_id != room_id and not POWERS[row.role].is_team:
            raise TeamRoomError
        return _move(viewer, row, room_id)


def mute(*, viewer: Viewer, session_id: UUID, participant_id: UUID | None = None) -> None:
    """Silence one person, or everybody but oneself; each may speak again when asked to."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        rows = Participant.objects.filter(session=session, state=ParticipantState.ADMITTED)
        rows = rows.filter(id=participant_id) if participant_id else rows
        silenced: dict[UUID, list[str]] = {}
        for row in rows:
            if row.person_id != viewer.person_id and MICROPHONE in POWERS[row.role].sources:
                silenced.setdefault(row.room_id, []).append(row.identity)
        for room_id, identities in silenced.items():
            announce(
                MicrophonesMuted(
                    owner_id=session.owner_id, room_id=room_id, identities=tuple(identities)
                )
            )
        record(viewer, "session.muted", session, before=session.digest())


def raise_hand(*, viewer: Viewer, session_id: UUID, is_raised: bool) -> Participant:
    """Raised hands stand in a queue in the order of raising."""
    with transaction.atomic():
        session = locked_session(viewer, session_id)
        row = speaking_participant(viewer, session)
        at = clock.now() if is_raised else None
        if (row.hand_raised_at is None) == (at is None):
            return row
        return _hand(viewer, row, at)


def lower_hand(*, viewer: Viewer, participant_id: UUID) -> Participant:
    """The host gives somebody the floor."""
    with transaction.atomic():
        row = _commanded(viewer, participant_id)
        return _hand(viewer, row, None) if row.hand_raised_at else row


def speaking_participant(viewer: Viewer, session: AuditSession) -> Participant:
    """The viewer, if admitted and in a role that may speak into the record."""
    row = own_participant(viewer, session)
    if row is None or row.state != ParticipantState.ADMITTED:
        raise NotPermitted
    if not POWERS[row.role].data:
        raise SilentRoleError
    return row


def _check_open(viewer: Viewer, session: AuditSession, role: RoomRole) -> None:
    if session.state in OVER:
        raise SessionOverError
    if session.state == SessionState.PLANNED:
        if not POWERS[role].may_host:
            raise NotOpenYetError(time=session.local_start.replace("T", " "), zone=session.zone)
        open_lobby(viewer=viewer, session=session)


def _enter(
    viewer: Viewer, session: AuditSession, own: Participant | None, role: RoomRole
) -> Participant:
    """In the present seat: who comes back as something else is that from now on."""
    if viewer.person_id is None or viewer.membership_id is None:
        raise NotPermitted
    row = own or Participant(
        owner_id=session.owner_id,
        session=session,
        person_id=viewer.person_id,
        room=session.rooms.get(kind=RoomKind.MAIN),
    )
    before = own.digest() if own else b""
    state = ParticipantState.ADMITTED if POWERS[role].may_host else ParticipantState.WAITING
    row.membership_id, row.role, row.state = viewer.membership_id, role, state
    row.name, row.organisation = name_of(viewer), _organisation(viewer)
    row.asked_at = clock.now()
    row.save()
    action = "participant.entered" if POWERS[role].may_host else "participant.asked"
    record(viewer, action, row, before=before)
    return row


def _organisation(viewer: Viewer) -> str:
    tenant = own_tenant(viewer)
    return tenant.short_name or tenant.name


def _commanded(viewer: Viewer, participant_id: UUID) -> Participant:
    row = participant_of(viewer, participant_id)
    commanded_session(viewer, row.session_id)
    row.refresh_from_db()
    return row


def _move(viewer: Viewer, row: Participant, room_id: UUID) -> Participant:
    room = Room.objects.filter(session=row.session_id, id=room_id).first()
    if room is None:
        raise NotFound
    if not may_enter_room(row.role, room.kind):
        raise TeamRoomError
    if room.id == row.room_id:
        return row
    before = row.digest()
    _refuse(row.room, row.identity)
    row.room = room
    row.save(update_fields=["room"])
    record(viewer, "participant.moved", row, before=before)
    return row


def _put(
    viewer: Viewer, row: Participant, action: str, state: ParticipantState, reason: str = ""
) -> Participant:
    if row.state == state:
        return row
    before = row.digest()
    row.state, row.hand_raised_at = state, None
    row.save(update_fields=["state", "hand_raised_at"])
    record(viewer, action, row, before=before, reason=reason)
    return row


def _hand(viewer: Viewer, row: Participant, at: datetime | None) -> Participant:
    before = row.digest()
    row.hand_raised_at = at
    row.save(update_fields=["hand_raised_at"])
    record(viewer, "hand.raised" if at else "hand.lowered", row, before=before)
    return row


def _refuse(room: Room, identity: str) -> None:
    announce(EntryRefused(owner_id=room.owner_id, room_id=room.id, identity=identity))
