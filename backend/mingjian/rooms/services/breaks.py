"""Breaks (S28): begun and ended by both sides' word."""

from uuid import UUID

from django.db import transaction

from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.kit.outbox import announce
from mingjian.rooms.errors.sessions import BreakOverError, OneBreakError, OtherSideError
from mingjian.rooms.events import MicrophonesMuted
from mingjian.rooms.models import AuditSession, Participant, ParticipantState, SessionBreak
from mingjian.rooms.queries.breaks import break_of
from mingjian.rooms.rules.room_roles import MICROPHONE, POWERS, Side
from mingjian.rooms.rules.session_states import SessionState
from mingjian.rooms.services.lobby import speaking_participant
from mingjian.rooms.services.locking import check_state, locked_session


def ask_break(*, viewer: Viewer, session_id: UUID, minutes: int) -> SessionBreak:
    """One side asks; nothing stops before the other has agreed."""
    with transaction.atomic():
        session = locked_session(viewer, session_id)
        check_state(session, SessionState.LIVE)
        side = _side(viewer, session)
        if SessionBreak.objects.filter(session=session, ended_at=None, withdrawn_at=None).exists():
            raise OneBreakError
        row = SessionBreak(
            owner_id=session.owner_id, session=session, minutes=minutes, asked_by=side
        )
        row.save(force_insert=True)
        record(viewer, "break.asked", row)
    return row


def agree_break(*, viewer: Viewer, break_id: UUID) -> SessionBreak:
    """The other side agrees: the break begins, and everybody is silent."""
    with transaction.atomic():
        row = _locked(viewer, break_id)
        if row.started_at:
            return row
        if _side(viewer, row.session) == row.asked_by:
            raise OtherSideError
        before = row.digest()
        row.started_at = clock.now()
        row.save(update_fields=["started_at"])
        _silence(row.session)
        record(viewer, "break.started", row, before=before)
    return row


def withdraw_break(*, viewer: Viewer, break_id: UUID) -> SessionBreak:
    """Not now: either side takes back a break that has not begun."""
    with transaction.atomic():
        row = _locked(viewer, break_id)
        if row.started_at:
            raise BreakOverError
        _side(viewer, row.session)
        before = row.digest()
        row.withdrawn_at = clock.now()
        row.save(update_fields=["withdrawn_at"])
        record(viewer, "break.withdrawn", row, before=before)
    return row


def end_break(*, viewer: Viewer, break_id: UUID) -> SessionBreak:
    """One side is back; when the other is too, the audit goes on."""
    with transaction.atomic():
        row = _locked(viewer, break_id)
        side = _side(viewer, row.session)
        if row.started_at is None:
            raise BreakOverError
        if row.end_asked_by == side:
            return row
        before = row.digest()
        if row.end_asked_by:
            row.ended_at = clock.now()
        else:
            row.end_asked_by = side
        row.save(update_fields=["ended_at", "end_asked_by"])
        record(viewer, "break.ended" if row.ended_at else "break.end_asked", row, before=before)
    return row


def _side(viewer: Viewer, session: AuditSession) -> Side:
    side = POWERS[speaking_participant(viewer, session).role].side
    if side is None:
        raise NotPermitted
    return side


def _locked(viewer: Viewer, break_id: UUID) -> SessionBreak:
    found = break_of(viewer, break_id)
    session = locked_session(viewer, found.session_id)
    row = SessionBreak.objects.select_for_update().get(id=found.id)
    if row.ended_at or row.withdrawn_at:
        raise BreakOverError
    row.session = session
    return row


def _silence(session: AuditSession) -> None:
    silenced: dict[UUID, list[str]] = {}
    for row in Participant.objects.filter(session=session, state=ParticipantState.ADMITTED):
        if MICROPHONE in POWERS[row.role].sources:
            silenced.setdefault(row.room_id, []).append(row.identity)
    for room_id, identities in silenced.items():
        announce(
            MicrophonesMuted(
                owner_id=session.owner_id, room_id=room_id, identities=tuple(identities)
            )
        )
