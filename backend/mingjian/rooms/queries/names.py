"""What sessions and what hangs on them are called in the journal."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Model

from mingjian.kit.access import Viewer
from mingjian.kit.names import Reference
from mingjian.rooms.models import (
    AuditSession,
    ChatMessage,
    Participant,
    Presence,
    Room,
    SessionBreak,
)
from mingjian.rooms.queries.sessions import sessions

TO_SESSION: dict[type[Model], tuple[str, str]] = {
    AuditSession: ("id", "case__number"),
    Room: ("session", "name"),
    Participant: ("session", "name"),
    Presence: ("participant__session", "participant__name"),
    SessionBreak: ("session", "session__case__number"),
    ChatMessage: ("room__session", "participant__name"),
}
"""Model → the path to its session, and the column that names a row; live updates go by it too."""

MODELS = {model._meta.label_lower: model for model in TO_SESSION}


class RoomNames:
    """Implements ``kit.names.NameSource``."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        found: dict[Reference, str] = {}
        mine = sessions(viewer).order_by().values("id")
        for kind, model in MODELS.items():
            ids = [object_id for named, object_id in references if named == kind]
            path, column = TO_SESSION[model]
            rows = model._base_manager.filter(id__in=ids).filter(**{f"{path}__in": mine})
            for row_id, value in rows.values_list("id", column) if ids else ():
                found[kind, row_id] = value
        return found

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        return ()
