"""``/ws``: one page's socket. Lines go out, nothing comes in.

Every line is ``{"topic", "id", "version"}``: something changed, read it again if you
show it. The topic ``*`` means read everything again. A ``heartbeat`` comes first, when the
page follows from then on, and whenever nothing else did for a while.
``/ws?since=<version>`` resumes.

Close codes: 4401 signed out; 1013 too slow and 1012 the server restarts, come back;
1008 this socket takes no messages.
"""

import asyncio
import json
from urllib.parse import parse_qs

from mingjian.kit.asgi import Receive, Scope, Send
from mingjian.kit.live.hub import Hub, Outbox, empty
from mingjian.kit.live.news import Follower, Goodbye, Line

LONGEST_SEND_SECONDS = 30.0
"""A page whose computer sleeps takes nothing in; its socket is given up."""

GONE = Goodbye(0, "")
SPOKE = Goodbye(1008, "this socket takes no messages")


class LiveUpdates:
    """The ASGI application; the guard has put the viewer into the scope."""

    def __init__(self, *, heartbeat_seconds: float = 15.0) -> None:
        self._heartbeat_seconds = heartbeat_seconds
        self._hub = Hub()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        follower = Follower(scope, scope["viewer"], _since(scope))
        outbox = self._hub.join(follower)
        listening = asyncio.create_task(_listen(receive, outbox))
        try:
            await self._tell(outbox, follower, send)
        except OSError:
            pass  # The page is gone, or takes nothing in any more.
        finally:
            self._hub.leave(follower)
            listening.cancel()

    async def _tell(self, outbox: Outbox, follower: Follower, send: Send) -> None:
        while True:
            line = await self._next(outbox) or follower.heartbeat()
            if line == GONE:
                return
            async with asyncio.timeout(LONGEST_SEND_SECONDS):
                if isinstance(line, Goodbye):
                    await send({"type": "websocket.close", **line._asdict()})
                    return
                await send({"type": "websocket.send", "text": json.dumps(line._asdict())})

    async def _next(self, outbox: Outbox) -> Line | Goodbye | None:
        try:
            return await asyncio.wait_for(outbox.get(), self._heartbeat_seconds)
        except TimeoutError:
            return None


async def _listen(receive: Receive, outbox: Outbox) -> None:
    """The only thing a page has to say is that it goes."""
    message = await receive()
    empty(outbox)
    outbox.put_nowait(GONE if message["type"] == "websocket.disconnect" else SPOKE)


def _since(scope: Scope) -> int | None:
    given = parse_qs(scope["query_string"].decode("ascii", "replace")).get("since", [""])[0]
    return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else None
