"""``/hooks/media``: what the media server tells, signed with the key that it shares with us."""

from mingjian.kit.asgi import Receive, Scope, Send, respond
from mingjian.kit.asgi_guard import in_own_thread
from mingjian.kit.errors import NotFound
from mingjian.rooms.services.media_events import receive_event


async def media_events(scope: Scope, receive: Receive, send: Send) -> None:
    """One event; a forged one is answered 401, a replayed one 409."""
    if scope["path"] != "/hooks/media" or scope["method"] != "POST":
        raise NotFound
    body = await _body(receive)
    await in_own_thread(receive_event, body=body, authorization=_authorization(scope))
    await respond(scope, send, 204)


async def _body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return body


def _authorization(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"authorization":
            return str(value.decode("latin-1")).removeprefix("Bearer ")
    return ""
