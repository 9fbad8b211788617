"""Writing in a session: what was sent stays as it was."""

from uuid import UUID

from django.db import transaction

from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7
from mingjian.rooms.models import ChatMessage
from mingjian.rooms.queries.chat import sealed_message
from mingjian.rooms.rules.session_states import OPEN, SessionState
from mingjian.rooms.services.lobby import speaking_participant
from mingjian.rooms.services.locking import check_state, locked_session


def say(*, viewer: Viewer, session_id: UUID, text: str) -> ChatMessage:
    """To everybody in the room where the writer is."""
    with transaction.atomic():
        session = locked_session(viewer, session_id)
        check_state(session, *map(SessionState, OPEN))
        writer = speaking_participant(viewer, session)
        row = ChatMessage(
            id=uuid7(), owner_id=session.owner_id, room=writer.room, participant=writer
        )
        row.sealed = sealed_message(row, session.case_id, text)
        row.save(force_insert=True)
        record(viewer, "chat.sent", row)
    return row
