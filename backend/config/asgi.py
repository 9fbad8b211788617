"""The ASGI root: what is answered before Django, by which rule; the rest is Django's.

Django spools whole bodies and knows no sockets, so live updates, media and uploads
stand in front of it, each behind the same guard. :data:`ROUTES` is the whole list.
"""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # noqa: TID251
django_application = get_asgi_application()

from config.localhost import redirect_to_localhost
from mingjian.evidence.rules.quotas import LARGEST
from mingjian.evidence.tus import TUS_HEADERS, uploads
from mingjian.kit.access import PUBLIC, SIGNED_IN, Rule
from mingjian.kit.asgi import App, Receive, Scope, Send, lifespan, respond
from mingjian.kit.asgi_guard import Guarded, Route
from mingjian.kit.live.socket import LiveUpdates
from mingjian.kit.media_signalling import signalling, validation
from mingjian.rooms.webhooks import media_events

ROUTES = (
    Route(
        "/ws",
        "websocket",
        LiveUpdates(),
        SIGNED_IN,
        "tells which objects changed; what each role may hear is asked for every batch",
    ),
    Route(
        "/rtc",
        "websocket",
        signalling,
        SIGNED_IN,
        "signalling of live rooms; the media server lets nobody in without a room's token",
    ),
    Route("/rtc", "http", validation, SIGNED_IN, "the media server's verdict on such a token"),
    Route(
        "/hooks/media",
        "http",
        media_events,
        PUBLIC,
        "what the media server tells: signed, or refused",
        max_body_bytes=64 * 1024,
        is_for_machines=True,
    ),
    Route(
        "/uploads",
        "http",
        uploads,
        Rule("evidence", "C"),
        "files on their way in (tus): sealed while they arrive, never on disk in clear",
        max_body_bytes=LARGEST,
        headers=TUS_HEADERS,
    ),
)

_GUARDED = tuple((route, Guarded(route)) for route in ROUTES)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """The callable that the web server runs."""
    if scope["type"] == "lifespan":
        await lifespan(scope, receive, send)
    elif not await redirect_to_localhost(scope, send):
        await _application_for(scope)(scope, receive, send)


def _application_for(scope: Scope) -> App:
    for route, guarded in _GUARDED:
        if route.matches(scope):
            return guarded
    return django_application if scope["type"] == "http" else _no_socket_here


async def _no_socket_here(scope: Scope, receive: Receive, send: Send) -> None:
    await respond(scope, send, 404)
