"""What the evidence stage announces."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.kit.outbox import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSealed(Event):
    """One more item is hashed, sealed, stored and journalled."""

    case_id: UUID
    item_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAsked(Event):
    """The client is asked for something."""

    case_id: UUID
    request_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceExamined(Event):
    """An item left quarantine: held or refused."""

    case_id: UUID
    item_id: UUID
