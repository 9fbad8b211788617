"""The life of a session: opened, started, ended, cancelled; locked, handed over."""

from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.rooms.errors.sessions import NotAHostError, SessionStateError
from mingjian.rooms.events import SessionEnded, SessionStarted
from mingjian.rooms.models import AuditSession, Participant, ParticipantState
from mingjian.rooms.queries.sessions import summary_view
from mingjian.rooms.rules.room_roles import POWERS
from mingjian.rooms.rules.session_states import SessionState, may_follow
from mingjian.rooms.services.locking import commanded_session


def open_lobby(*, viewer: Viewer, session: AuditSession) -> None:
    """The first host has come: others may wait here. ``session`` is locked."""
    _advance(viewer, session, SessionState.LOBBY, "session.opened", opened_at=clock.now())


def start_session(*, viewer: Viewer, session_id: UUID) -> AuditSession:
    """From now on the time counts."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        _check(session, SessionState.LIVE)
        announce(
            SessionStarted(
                owner_id=session.owner_id, case_id=session.case_id, session_id=session.id
            )
        )
        _advance(viewer, session, SessionState.LIVE, "session.started", started_at=clock.now())
    return session


def end_session(*, viewer: Viewer, session_id: UUID) -> AuditSession:
    """Everybody leaves; what was there becomes the record."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        _check(session, SessionState.ENDED)
        _tell_end(session)
        _advance(viewer, session, SessionState.ENDED, "session.ended", ended_at=clock.now())
    return session


def cancel_session(*, viewer: Viewer, session_id: UUID, reason: str) -> AuditSession:
    """It will not take place."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        _check(session, SessionState.CANCELLED)
        _tell_end(session)
        _advance(viewer, session, SessionState.CANCELLED, "session.cancelled", reason=reason)
    return session


def lock_session(*, viewer: Viewer, session_id: UUID, is_locked: bool) -> AuditSession:
    """Let nobody new in, or let them wait again."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        action = "session.locked" if is_locked else "session.unlocked"
        _change(viewer, session, action, is_locked=is_locked)
    return session


def hand_over(*, viewer: Viewer, session_id: UUID, participant_id: UUID) -> AuditSession:
    """Somebody else of the team chairs from now on."""
    with transaction.atomic():
        session = commanded_session(viewer, session_id)
        admitted = Participant.objects.filter(session=session, state=ParticipantState.ADMITTED)
        successor = admitted.filter(id=participant_id).first()
        if successor is None or not POWERS[successor.role].may_host:
            raise NotAHostError
        _change(viewer, session, "session.handed_over", host_id=successor.person_id)
    return session


def _check(session: AuditSession, following: SessionState) -> None:
    if not may_follow(session.state, following):
        raise SessionStateError(state=session.get_state_display())


def _advance(
    viewer: Viewer,
    session: AuditSession,
    to: SessionState,
    action: str,
    *,
    reason: str = "",
    **values: Any,
) -> None:
    _check(session, to)
    _change(viewer, session, action, reason=reason, state=to, **values)


def _change(
    viewer: Viewer, session: AuditSession, action: str, *, reason: str = "", **values: Any
) -> None:
    before = change(
        session, viewer=viewer, version=session.version, values=values, view=summary_view
    )
    record(viewer, action, session, before=before, reason=reason)


def _tell_end(session: AuditSession) -> None:
    announce(
        SessionEnded(owner_id=session.owner_id, case_id=session.case_id, session_id=session.id)
    )
