"""The port to the media server: rooms that exist while somebody is in them.

Nothing here is called inside a transaction that writes: it goes over the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from mingjian.kit.errors import MingjianError
from mingjian.kit.ports import Port
from mingjian.rooms.rules.presence import Seen
from mingjian.rooms.rules.room_roles import Powers

TOKEN_LIFE = timedelta(minutes=10)


class MediaServerDownError(MingjianError):
    status = 502
    code = "rooms_media_server_down"
    zh = "音视频服务暂时没有响应。请稍后重试；如持续出现，请联系管理员。"
    en = "The media server does not answer. Try again shortly, or tell an administrator."


class NoMediaServerError(MingjianError):
    status = 503
    code = "rooms_no_media_server"
    zh = "本系统未配置音视频服务，会议室不可用。请联系管理员。"
    en = "This installation has no media server, so rooms are not available. Tell an administrator."


class ForgedEventError(MingjianError):
    status = 401
    code = "rooms_forged_event"
    zh = "此通知不是由本系统的音视频服务签发的。"
    en = "This event was not signed by this installation's media server."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Who is let into which room, and what they may do there."""

    room: str
    identity: str
    name: str
    role: str
    powers: Powers
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaEvent:
    """What the media server tells: somebody came or went."""

    id: str
    kind: Literal["joined", "left", "other"]
    room: str
    at: datetime
    participant: Seen | None = None


class MediaServer(Protocol):
    """What the product asks of it (adapter: ``livekit.py``)."""

    def token(self, ticket: Ticket) -> str:
        """What a browser shows to get in; made here, without asking the server."""
        ...

    def listed(self, room: str) -> Sequence[Seen]:
        """Every connection in the room, hidden ones too; nobody where there is no such room."""
        ...

    def remove(self, room: str, identity: str) -> None:
        """Put somebody out; nothing happens where they are not there."""
        ...

    def mute(self, room: str, identity: str) -> None:
        """Mute the microphone of somebody; they may turn it on again."""
        ...

    def close(self, room: str) -> None:
        """Put everybody out."""
        ...

    def event(self, body: bytes, authorization: str) -> MediaEvent:
        """What the server sent; :class:`ForgedEventError` unless it signed exactly this."""
        ...


media_server: Port[MediaServer] = Port("media_server")
