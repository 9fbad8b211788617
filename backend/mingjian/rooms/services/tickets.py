"""What lets a browser into a room: minted for each connection anew, for ten minutes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.rooms.errors.lobby import NotAdmittedError, SessionOverError
from mingjian.rooms.media import TOKEN_LIFE, Ticket, media_server
from mingjian.rooms.queries.participants import is_entitled, own_participant
from mingjian.rooms.queries.sessions import session_of
from mingjian.rooms.rules.room_roles import POWERS
from mingjian.rooms.rules.session_states import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedTicket:
    """A token of the media server, and for which room."""

    token: str
    room_id: UUID
    identity: str
    expires_at: datetime


def issue_ticket(*, viewer: Viewer, session_id: UUID) -> IssuedTicket:
    """For whoever is let in, to the room they belong into; nothing is written down yet."""
    session = session_of(viewer, session_id)
    if session.state not in OPEN:
        raise SessionOverError
    own = own_participant(viewer, session)
    if own is None or not is_entitled(own):
        raise NotAdmittedError
    expires_at = clock.now() + TOKEN_LIFE
    ticket = Ticket(
        room=own.room.media_name,
        identity=own.identity,
        name=own.name,
        role=own.role,
        powers=POWERS[own.role],
        expires_at=expires_at,
    )
    token = media_server().token(ticket)
    return IssuedTicket(
        token=token, room_id=own.room_id, identity=own.identity, expires_at=expires_at
    )
