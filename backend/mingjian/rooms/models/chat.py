"""What was written during a session: kept as it was sent."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.rooms.models.participants import Participant
from mingjian.rooms.models.sessions import Room


class ChatMessage(Journalled):
    """One message, sealed with the audit's key; never changed and never taken back."""

    digest_fields: ClassVar[tuple[str, ...]] = ("room", "participant", "sealed", "sent_at")

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="messages")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()
    sent_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def concerns(self) -> UUID | None:
        return self.room.concerns
