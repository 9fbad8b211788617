"""The few words of ASGI that the applications in front of Django share."""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from io import BytesIO
from typing import Any

from django.core.handlers.asgi import ASGIRequest

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Iterable[tuple[bytes, bytes]]

_HTTP_SCHEME = {"ws": "http", "wss": "https"}
_BODY_HEADERS = {b"content-type", b"content-length", b"transfer-encoding"}


def request_of(scope: Scope) -> ASGIRequest:
    """The head of a connection as a Django request, so that Django's own checks apply.

    Its body is empty: nothing of the real one has been read yet.
    """
    scheme = scope.get("scheme", "http")
    head = {
        **scope,
        "method": scope.get("method", "GET"),
        "scheme": _HTTP_SCHEME.get(scheme, scheme),
        "headers": [pair for pair in scope["headers"] if pair[0] not in _BODY_HEADERS],
    }
    return ASGIRequest(head, BytesIO())


async def respond(
    scope: Scope, send: Send, status: int, body: bytes = b"", headers: Headers = ()
) -> None:
    """A whole HTTP response; on a WebSocket it refuses the handshake."""
    prefix = "websocket.http" if scope["type"] == "websocket" else "http"
    if prefix != "http" and "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008})
        return
    length = (b"content-length", str(len(body)).encode())
    head = {"type": f"{prefix}.response.start", "status": status, "headers": [*headers, length]}
    await send(head)
    is_head_only = scope.get("method") == "HEAD"
    await send({"type": f"{prefix}.response.body", "body": b"" if is_head_only else body})


async def respond_json(
    scope: Scope, send: Send, status: int, content: object, more: Headers = ()
) -> None:
    """``content`` as JSON that no cache keeps and no browser takes for a page."""
    body = json.dumps(content, ensure_ascii=False, default=str).encode()
    headers = (
        (b"content-type", b"application/json; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        *more,
    )
    await respond(scope, send, status, body, headers)


async def lifespan(scope: Scope, receive: Receive, send: Send) -> None:
    """Nothing starts or stops with the server: what runs, runs for an open connection."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
