"""127.0.0.1 is sent to localhost: browsers refuse passkeys on a bare address.

Logins do not carry over between the two names either, so there is one name only.
"""

import re

from django.conf import settings

from mingjian.kit.asgi import Scope, Send, respond

_LOOPBACK = re.compile(rb"(?:127\.0\.0\.1|\[::1\])(:\d{1,5})?")


async def redirect_to_localhost(scope: Scope, send: Send) -> bool:
    """Answer a page request for the loopback address; ``False`` if it is none."""
    target = _localhost_target(scope)
    if target is None:
        return False
    await respond(scope, send, 308, headers=[(b"location", target)])
    return True


def _localhost_target(scope: Scope) -> bytes | None:
    if settings.ORIGIN.hostname != "localhost" or scope.get("method") not in {"GET", "HEAD"}:
        return None
    host = _LOOPBACK.fullmatch(dict(scope["headers"]).get(b"host", b""))
    if scope["scheme"] != "http" or host is None:
        return None
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    path: bytes = scope["raw_path"]
    return b"http://localhost" + (host[1] or b"") + path + query
