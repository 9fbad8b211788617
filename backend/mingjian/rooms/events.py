"""What live sessions announce."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.kit.outbox import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(Event):
    """A session runs: its time counts."""

    case_id: UUID
    session_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded(Event):
    """A session is over, or will not take place."""

    case_id: UUID
    session_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRefused(Event):
    """Somebody has no, or no longer any, business in a room."""

    room_id: UUID
    identity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophonesMuted(Event):
    """Somebody with the right to it silenced people in a room."""

    room_id: UUID
    identities: tuple[str, ...]
