"""The step from a route to a session: the case it belongs to, reached as planning's is."""

from uuid import UUID

from mingjian.identity.models import TenantKind
from mingjian.kit.access import AuthorisedRequest
from mingjian.programme.access import demand_on_case
from mingjian.rooms.errors.lobby import AuthorityNotAdmittedError
from mingjian.rooms.models import AuditSession, Participant, SessionBreak
from mingjian.rooms.queries.breaks import break_of
from mingjian.rooms.queries.participants import participant_of
from mingjian.rooms.queries.sessions import session_of


def reach_session(request: AuthorisedRequest, session_id: UUID) -> AuditSession:
    """One session, if the viewer may see it (else 404) and holds the right on it (403)."""
    row = session_of(request.viewer, session_id)
    if request.viewer.tenant_kind == TenantKind.AUTHORITY:
        raise AuthorityNotAdmittedError
    demand_on_case(request, row.case, object_id=row.id)
    return row


def reach_participant(request: AuthorisedRequest, participant_id: UUID) -> Participant:
    """One participant, reached as their session is."""
    row = participant_of(request.viewer, participant_id)
    reach_session(request, row.session_id)
    return row


def reach_break(request: AuthorisedRequest, break_id: UUID) -> SessionBreak:
    """One break, reached as its session is."""
    row = break_of(request.viewer, break_id)
    reach_session(request, row.session_id)
    return row
