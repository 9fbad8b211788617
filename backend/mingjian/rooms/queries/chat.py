"""What was written in a session, as far as the reader was let into its rooms."""

from typing import Any

from django.db.models import QuerySet

from mingjian.kit.access import Viewer
from mingjian.kit.keys.sealed_texts import opened_texts, sealed_texts
from mingjian.rooms.models import AuditSession, ChatMessage
from mingjian.rooms.queries.sessions import room_role, rooms_of

TEXTS = "rooms.chat"
"""The purpose under which a message is sealed."""


def messages(viewer: Viewer, session: AuditSession) -> QuerySet[ChatMessage]:
    """Those of the rooms that the viewer may enter, in the order of sending."""
    rooms = rooms_of(session, room_role(viewer, session.case))
    rows = ChatMessage.objects.filter(room__in=rooms)
    return rows.select_related("participant", "room__session").order_by("id")


def sealed_message(row: ChatMessage, case_id: Any, text: str) -> str:
    return sealed_texts(row.owner_id, case_id, row.id, TEXTS, {"text": text})


def message_view(row: ChatMessage) -> dict[str, Any]:
    """A message; its text is empty once the audit's key is gone."""
    case_id = row.room.session.case_id
    opened = opened_texts(row.owner_id, case_id, row.id, TEXTS, row.sealed)
    return {
        "id": row.id,
        "room_id": row.room_id,
        "participant_id": row.participant_id,
        "author": row.participant.name,
        "role": row.participant.role,
        "sent_at": row.sent_at,
        "text": str(opened.get("text", "")),
    }
