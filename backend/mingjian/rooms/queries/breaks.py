"""Breaks of sessions."""

from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.rooms.models import SessionBreak
from mingjian.rooms.queries.sessions import sessions


def break_of(viewer: Viewer, break_id: UUID) -> SessionBreak:
    """One break of a session the viewer may see; 404 otherwise."""
    rows = SessionBreak.objects.filter(session__in=sessions(viewer).order_by())
    row = rows.filter(id=break_id).select_related("session").first()
    if row is None:
        raise NotFound
    return row
