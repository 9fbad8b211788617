"""``/rtc``: the media server's signalling through our own origin.

Browsers speak to one origin only (``connect-src 'self'``); the media itself goes
straight to the media server. Frames and query pass as they are, neither compressed nor
answered here; whoever is slow slows the other side down, for nothing is queued. The token
in the query is the media server's business, the login and the Origin are the guard's.
"""

import asyncio
import http.client
from contextlib import closing
from urllib.parse import urlsplit

from django.conf import settings
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.frames import Close
from websockets.typing import Subprotocol

from mingjian.kit.asgi import Receive, Scope, Send, respond
from mingjian.kit.asgi_guard import in_own_thread
from mingjian.kit.errors import MingjianError, NotFound

SOCKETS = frozenset({"/rtc", "/rtc/v1"})
VALIDATIONS = frozenset({"/rtc/validate", "/rtc/v1/validate"})
OPEN_SECONDS = 5.0
LARGEST_MESSAGE = 4 * 1024 * 1024
LARGEST_ANSWER = 64 * 1024
NORMAL, GOING_AWAY, TRY_AGAIN_LATER = 1000, 1001, 1013
_NEVER_SENT = frozenset({1004, 1005, 1006})
_HEADERS = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]


class MediaServerDown(MingjianError):
    status = 502
    code = "media_server_down"
    zh = "音视频服务暂时没有响应，请稍后重试；如持续出现，请联系管理员。"
    en = "The media server does not answer. Try again shortly, or tell an administrator."


async def signalling(scope: Scope, receive: Receive, send: Send) -> None:
    """The WebSocket between a participant and the media server."""
    if scope["path"] not in SOCKETS:
        raise NotFound
    await receive()
    try:
        upstream = await _open(scope)
    except InvalidStatus as refused:
        answer = refused.response
        await respond(scope, send, answer.status_code, bytes(answer.body or b""))
    except (OSError, TimeoutError, InvalidHandshake):
        await send({"type": "websocket.accept"})
        await _close(send, TRY_AGAIN_LATER, MediaServerDown.code)
    else:
        async with upstream:
            await send({"type": "websocket.accept", "subprotocol": upstream.subprotocol})
            await _pass_on(upstream, receive, send)


async def _open(scope: Scope) -> ClientConnection:
    base = settings.ENVIRONMENT.media_url.replace("http", "ws", 1).rstrip("/")
    return await connect(
        base + _path_and_query(scope),
        subprotocols=[Subprotocol(each) for each in scope["subprotocols"]] or None,
        additional_headers=_passed_headers(scope),
        user_agent_header=None,
        compression=None,
        ping_interval=None,
        proxy=None,
        open_timeout=OPEN_SECONDS,
        close_timeout=OPEN_SECONDS,
        max_size=LARGEST_MESSAGE,
        max_queue=1,
    )


async def _pass_on(upstream: ClientConnection, receive: Receive, send: Send) -> None:
    """Both directions until one side ends; the other hears how it ended."""
    directions = [
        asyncio.create_task(_to_server(upstream, receive)),
        asyncio.create_task(_to_client(upstream, send)),
    ]
    _, pending = await asyncio.wait(directions, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    for ended in await asyncio.gather(*directions, return_exceptions=True):
        if isinstance(ended, Exception) and not isinstance(ended, OSError | ConnectionClosed):
            raise ended


async def _to_server(upstream: ClientConnection, receive: Receive) -> None:
    while (message := await receive())["type"] != "websocket.disconnect":
        text = message.get("text")
        await upstream.send(message["bytes"] if text is None else text)
    code = _sendable(message.get("code", 0), otherwise=GOING_AWAY)
    await upstream.close(code, message.get("reason") or "")


async def _to_client(upstream: ClientConnection, send: Send) -> None:
    try:
        while True:
            message = await upstream.recv()
            kind = "text" if isinstance(message, str) else "bytes"
            await send({"type": "websocket.send", kind: message})
    except ConnectionClosed as closed:
        end = closed.rcvd or Close(TRY_AGAIN_LATER, MediaServerDown.code)
        await _close(send, _sendable(end.code, otherwise=NORMAL), end.reason)


async def validation(scope: Scope, receive: Receive, send: Send) -> None:
    """The media server's verdict on a token: clients ask for it when no socket opens."""
    if scope["path"] not in VALIDATIONS or scope["method"] != "GET":
        raise NotFound
    try:
        status, kind, body = await in_own_thread(_ask, _path_and_query(scope), scope)
    except (OSError, http.client.HTTPException) as error:
        raise MediaServerDown from error
    await respond(scope, send, status, body, [(b"content-type", kind), *_HEADERS])


def _ask(path: str, scope: Scope) -> tuple[int, bytes, bytes]:
    server = urlsplit(settings.ENVIRONMENT.media_url)
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    with closing(kinds[server.scheme](server.netloc, timeout=OPEN_SECONDS)) as connection:
        connection.request("GET", path, headers=_passed_headers(scope))
        answer = connection.getresponse()
        kind = answer.headers.get_content_type()
        return answer.status, kind.encode(), answer.read(LARGEST_ANSWER)


def _path_and_query(scope: Scope) -> str:
    """As it came: the path is one of ours, the query is whatever the client wrote."""
    query: bytes = scope["query_string"]
    path: str = scope["path"]
    return f"{path}?{query.decode('ascii')}" if query else path


def _passed_headers(scope: Scope) -> dict[str, str]:
    """The token, where it does not come in the query. Our cookies stay here."""
    return {
        name.decode(): value.decode("latin-1")
        for name, value in scope["headers"]
        if name == b"authorization"
    }


def _sendable(code: int, *, otherwise: int) -> int:
    """Codes such as 1005 and 1006 say how a connection ended, and are never sent."""
    is_sendable = 3000 <= code < 5000 or (1000 <= code <= 1014 and code not in _NEVER_SENT)
    return code if is_sendable else otherwise


async def _close(send: Send, code: int, reason: str) -> None:
    await send({"type": "websocket.close", "code": code, "reason": reason})
