"""The adapter of ``media.MediaServer`` to LiveKit: besides workers, the only user of its SDK."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import jwt
from google.protobuf.json_format import ParseError
from livekit import api
from livekit.api.twirp_client import ServerError

from mingjian.kit import clock
from mingjian.rooms.media import (
    ForgedEventError,
    MediaEvent,
    MediaServerDownError,
    NoMediaServerError,
    Ticket,
)
from mingjian.rooms.rules.presence import Seen

Answer = TypeVar("Answer")

TIMEOUT = aiohttp.ClientTimeout(total=4)
NOT_FOUND = "not_found"
KINDS = {
    "participant_joined": "joined",
    "participant_left": "left",
    "participant_connection_aborted": "left",
}


class LiveKit:
    """One LiveKit server, known by its address and the file that holds its keys."""

    def __init__(self, url: str, key_file: Path) -> None:
        self._url = url
        self._key_file = key_file

    def token(self, ticket: Ticket) -> str:
        powers = ticket.powers
        grants = api.VideoGrants(
            room_join=True,
            room=ticket.room,
            room_admin=powers.admin,
            can_publish=bool(powers.sources),
            can_publish_sources=list(powers.sources),
            can_publish_data=powers.data,
            can_subscribe=True,
            can_update_own_metadata=False,
            hidden=powers.hidden,
        )
        token = api.AccessToken(*self._keys()).with_identity(ticket.identity)
        token = token.with_name(ticket.name).with_attributes({"role": ticket.role})
        return str(token.with_ttl(ticket.expires_at - clock.now()).with_grants(grants).to_jwt())

    def listed(self, room: str) -> Sequence[Seen]:
        request = api.ListParticipantsRequest(room=room)
        answer = self._ask(lambda server: server.room.list_participants(request))
        return [_seen(each) for each in answer.participants] if answer else []

    def remove(self, room: str, identity: str) -> None:
        who = api.RoomParticipantIdentity(room=room, identity=identity)
        self._ask(lambda server: server.room.remove_participant(who))

    def mute(self, room: str, identity: str) -> None:
        who = api.RoomParticipantIdentity(room=room, identity=identity)
        found = self._ask(lambda server: server.room.get_participant(who))
        for track in found.tracks if found else ():
            if track.source == api.TrackSource.MICROPHONE and not track.muted:
                self._mute_track(room, identity, track.sid)

    def close(self, room: str) -> None:
        request = api.DeleteRoomRequest(room=room)
        self._ask(lambda server: server.room.delete_room(request))

    def event(self, body: bytes, authorization: str) -> MediaEvent:
        receiver = api.WebhookReceiver(api.TokenVerifier(*self._keys()))
        try:
            told = receiver.receive(body.decode(), authorization)
        except (jwt.PyJWTError, ParseError, UnicodeDecodeError) as refusal:
            raise ForgedEventError from refusal
        except Exception as refusal:
            # The receiver says "the hash differs" with a bare Exception.
            raise ForgedEventError from refusal
        return MediaEvent(
            id=told.id,
            kind=KINDS.get(told.event, "other"),  # type: ignore[arg-type]
            room=told.room.name,
            at=datetime.fromtimestamp(told.created_at, UTC),
            participant=_seen(told.participant) if told.participant.sid else None,
        )

    def _mute_track(self, room: str, identity: str, track: str) -> None:
        silence = api.MuteRoomTrackRequest(
            room=room, identity=identity, track_sid=track, muted=True
        )
        self._ask(lambda server: server.room.mute_published_track(silence))

    def _keys(self) -> tuple[str, str]:
        if not self._key_file.exists():
            raise NoMediaServerError
        [(key, secret)] = json.loads(self._key_file.read_text()).items()
        return key, secret

    def _ask(self, ask: Callable[[Any], Awaitable[Answer]]) -> Answer | None:
        """The server's answer; None where the room or the person is not there."""

        async def run() -> Answer:
            key, secret = self._keys()
            async with api.LiveKitAPI(self._url, key, secret, timeout=TIMEOUT) as server:
                return await ask(server)

        try:
            return asyncio.run(run())
        except ServerError as refusal:
            if refusal.code == NOT_FOUND:
                return None
            raise MediaServerDownError from refusal
        except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
            raise MediaServerDownError from trouble


def _seen(told: Any) -> Seen:
    joined = datetime.fromtimestamp((told.joined_at_ms or told.joined_at * 1000) / 1000, UTC)
    return Seen(told.sid, told.identity, joined)
