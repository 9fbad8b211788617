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
class EvidenceProvided(Event):
    """Something was handed over for a request."""

    case_id: UUID
    request_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGiven(Event):
    """A list to draw from is there and was examined."""

    list_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawBegun(Event):
    """An auditor said how many rows are to be drawn from which list."""

    draw_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceExamined(Event):
    """An item left quarantine: held or refused."""

    case_id: UUID
    item_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionOrdered(Event):
    """A client's evidence is to be destroyed; the client is asked first."""

    order_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionReleased(Event):
    """The last word is spoken: the key may be destroyed."""

    order_id: UUID
