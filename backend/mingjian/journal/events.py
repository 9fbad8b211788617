"""What the journal announces; its own handlers react."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.kit.outbox import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalGrown(Event):
    """So many entries were added that a checkpoint is due before its time."""

    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationRequested(Event):
    """Somebody asked for a verification that takes longer than a request may."""

    verification_id: UUID
