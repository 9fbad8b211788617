"""``/api/rooms/sessions/{session_id}``: one session, and what its people do in it."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.rooms.access import reach_session
from mingjian.rooms.queries.chat import message_view, messages
from mingjian.rooms.queries.participants import ledger
from mingjian.rooms.queries.views import pause_view, session_view
from mingjian.rooms.schemas import (
    ChatMessageOut,
    Hand,
    HandOverTo,
    LedgerLineOut,
    MoveTo,
    MuteWhom,
    NewBreak,
    NewChatMessage,
    PauseOut,
    SessionLock,
    SessionOut,
    SessionReason,
    TicketOut,
)
from mingjian.rooms.services.breaks import ask_break
from mingjian.rooms.services.chat import say
from mingjian.rooms.services.lobby import ask_to_enter, move_oneself, mute, raise_hand
from mingjian.rooms.services.sessions import (
    cancel_session,
    end_session,
    hand_over,
    lock_session,
    start_session,
)
from mingjian.rooms.services.tickets import issue_ticket

router = Router()
ONE = "/{uuid:session_id}"


@router.get(ONE, response=SessionOut)
@requires("sessions", "R")
def read_session(request: AuthorisedRequest, session_id: UUID) -> Any:
    """What is on, who is there, and what the reader may do."""
    return session_view(request.viewer, reach_session(request, session_id))


@router.post(f"{ONE}/entry", response=SessionOut)
@requires("sessions", "join")
def enter(request: AuthorisedRequest, session_id: UUID) -> Any:
    """Ask to be let in; auditors are."""
    reach_session(request, session_id)
    row = ask_to_enter(viewer=request.viewer, session_id=session_id)
    return session_view(request.viewer, row.session)


@router.post(f"{ONE}/ticket", response=TicketOut)
@requires("sessions", "join")
def ticket(request: AuthorisedRequest, session_id: UUID) -> Any:
    """For one connection; every reconnection asks for another."""
    reach_session(request, session_id)
    return issue_ticket(viewer=request.viewer, session_id=session_id)


@router.post(f"{ONE}/start", response=SessionOut)
@requires("sessions", "host")
def start(request: AuthorisedRequest, session_id: UUID) -> Any:
    reach_session(request, session_id)
    row = start_session(viewer=request.viewer, session_id=session_id)
    return session_view(request.viewer, row)


@router.post(f"{ONE}/end", response=SessionOut)
@requires("sessions", "host")
def end(request: AuthorisedRequest, session_id: UUID) -> Any:
    reach_session(request, session_id)
    return session_view(request.viewer, end_session(viewer=request.viewer, session_id=session_id))


@router.post(f"{ONE}/cancellation", response=SessionOut)
@requires("sessions", "host")
def cancel(request: AuthorisedRequest, session_id: UUID, given: SessionReason) -> Any:
    reach_session(request, session_id)
    row = cancel_session(viewer=request.viewer, session_id=session_id, reason=given.reason)
    return session_view(request.viewer, row)


@router.put(f"{ONE}/lock", response=SessionOut)
@requires("sessions", "host")
def lock(request: AuthorisedRequest, session_id: UUID, given: SessionLock) -> Any:
    """Let nobody new in, or let them wait again."""
    reach_session(request, session_id)
    row = lock_session(viewer=request.viewer, session_id=session_id, is_locked=given.is_locked)
    return session_view(request.viewer, row)


@router.put(f"{ONE}/host", response=SessionOut)
@requires("sessions", "host")
def change_host(request: AuthorisedRequest, session_id: UUID, given: HandOverTo) -> Any:
    reach_session(request, session_id)
    row = hand_over(
        viewer=request.viewer, session_id=session_id, participant_id=given.participant_id
    )
    return session_view(request.viewer, row)


@router.post(f"{ONE}/mute", response={204: None})
@requires("sessions", "host")
def silence(request: AuthorisedRequest, session_id: UUID, given: MuteWhom) -> Any:
    """One person, or everybody but oneself."""
    reach_session(request, session_id)
    mute(viewer=request.viewer, session_id=session_id, participant_id=given.participant_id)
    return Status(204, None)


@router.put(f"{ONE}/room", response=SessionOut)
@requires("sessions", "join")
def change_own_room(request: AuthorisedRequest, session_id: UUID, given: MoveTo) -> Any:
    """The team goes to its own room, or to another, by itself."""
    session = reach_session(request, session_id)
    move_oneself(viewer=request.viewer, session_id=session_id, room_id=given.room_id)
    return session_view(request.viewer, session)


@router.put(f"{ONE}/hand", response=SessionOut)
@requires("sessions", "U")
def hand(request: AuthorisedRequest, session_id: UUID, given: Hand) -> Any:
    session = reach_session(request, session_id)
    raise_hand(viewer=request.viewer, session_id=session_id, is_raised=given.is_raised)
    return session_view(request.viewer, session)


@router.post(f"{ONE}/breaks", response={201: PauseOut})
@requires("sessions", "U")
def propose_break(request: AuthorisedRequest, session_id: UUID, new: NewBreak) -> Any:
    session = reach_session(request, session_id)
    ask_break(viewer=request.viewer, session_id=session_id, minutes=new.minutes)
    return Status(201, pause_view(session))


@router.get(f"{ONE}/ledger", response=list[LedgerLineOut])
@requires("sessions", "R")
def read_ledger(request: AuthorisedRequest, session_id: UUID) -> Any:
    """Who was there how long, and how much of it counts (B05)."""
    return ledger(reach_session(request, session_id))


@router.get(f"{ONE}/messages", response=list[ChatMessageOut])
@requires("sessions", "join")
def read_messages(request: AuthorisedRequest, session_id: UUID) -> Any:
    """Of the rooms that the reader may enter."""
    session = reach_session(request, session_id)
    return [message_view(row) for row in messages(request.viewer, session)]


@router.post(f"{ONE}/messages", response={201: ChatMessageOut})
@requires("sessions", "U")
def write(request: AuthorisedRequest, session_id: UUID, new: NewChatMessage) -> Any:
    """To everybody in the writer's room; it stays as it was sent."""
    reach_session(request, session_id)
    row = say(viewer=request.viewer, session_id=session_id, text=new.text)
    return Status(201, message_view(row))
