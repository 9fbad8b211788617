"""Sessions locked for a change, and the right to lead them."""

from uuid import UUID

from mingjian.identity.models import Person
from mingjian.kit.access import Viewer
from mingjian.rooms.errors.sessions import NotHostError, SessionStateError
from mingjian.rooms.models import AuditSession
from mingjian.rooms.queries.sessions import (
    acting_host_of,
    commands,
    host_of,
    room_role,
    session_of,
)


def locked_session(viewer: Viewer, session_id: UUID) -> AuditSession:
    """A session the viewer may see, locked until the transaction ends."""
    found = session_of(viewer, session_id)
    rows = AuditSession.objects.select_for_update(of=("self",)).select_related("case__client")
    return rows.get(id=found.id)


def commanded_session(viewer: Viewer, session_id: UUID) -> AuditSession:
    """The same, for whoever leads it at this moment; says who does otherwise."""
    session = locked_session(viewer, session_id)
    if not commands(viewer, session, room_role(viewer, session.case)):
        raise NotHostError(host=_leader(session))
    return session


def _leader(session: AuditSession) -> str:
    acting = acting_host_of(session)
    return Person.objects.get(id=acting).name if acting else host_of(session)[1]


def check_state(session: AuditSession, *allowed: str) -> None:
    if session.state not in allowed:
        raise SessionStateError(state=session.get_state_display())
