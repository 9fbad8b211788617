"""A media server in memory, for fast tests: people are where the test puts them."""

import hmac
import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from mingjian.kit import clock
from mingjian.rooms.media import ForgedEventError, MediaEvent, MediaServerDownError, Ticket
from mingjian.rooms.rules.presence import Seen

SECRET = b"the fake's own"


class FakeMedia:
    """Implements ``media.MediaServer``."""

    def __init__(self) -> None:
        self.rooms: defaultdict[str, dict[str, Seen]] = defaultdict(dict)
        self.muted: list[tuple[str, str]] = []
        self.is_down = False
        self._count = 0

    def token(self, ticket: Ticket) -> str:
        return json.dumps(
            {
                "room": ticket.room,
                "identity": ticket.identity,
                "role": ticket.role,
                "sources": ticket.powers.sources,
                "expires_at": ticket.expires_at.isoformat(),
            }
        )

    def listed(self, room: str) -> Sequence[Seen]:
        self._answer()
        return list(self.rooms[room].values())

    def remove(self, room: str, identity: str) -> None:
        self._answer()
        self.rooms[room].pop(identity, None)

    def mute(self, room: str, identity: str) -> None:
        self._answer()
        self.muted.append((room, identity))

    def close(self, room: str) -> None:
        self._answer()
        self.rooms[room].clear()

    def event(self, body: bytes, authorization: str) -> MediaEvent:
        if not hmac.compare_digest(authorization, _signature(body)):
            raise ForgedEventError
        told = json.loads(body)
        at = datetime.fromisoformat(told["at"])
        seen = Seen(told["connection"], told["identity"], at)
        return MediaEvent(
            id=told["id"], kind=told["kind"], room=told["room"], at=at, participant=seen
        )

    def join(self, token: str) -> tuple[bytes, str]:
        """Somebody comes with a token; the event that a real server would send, signed."""
        shown = json.loads(token)
        self._count += 1
        seen = Seen(f"PA_{self._count}", shown["identity"], clock.now())
        self.rooms[shown["room"]][shown["identity"]] = seen
        return self._told("joined", shown["room"], seen)

    def leave(self, token: str) -> tuple[bytes, str]:
        """They go again."""
        shown = json.loads(token)
        seen = self.rooms[shown["room"]].pop(shown["identity"])
        return self._told("left", shown["room"], seen)

    def is_there(self, token: str) -> bool:
        shown = json.loads(token)
        return shown["identity"] in self.rooms[shown["room"]]

    def _told(self, kind: str, room: str, seen: Seen) -> tuple[bytes, str]:
        self._count += 1
        told = {
            "id": f"EV_{self._count}",
            "kind": kind,
            "room": room,
            "connection": seen.connection,
            "identity": seen.identity,
            "at": clock.now().isoformat(),
        }
        body = json.dumps(told).encode()
        return body, _signature(body)

    def _answer(self) -> None:
        if self.is_down:
            raise MediaServerDownError


def _signature(body: bytes) -> str:
    return hmac.new(SECRET, body, sha256).hexdigest()
