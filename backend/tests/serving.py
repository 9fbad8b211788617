"""The real web server, in a thread of the test process, on a free loopback port."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

import httpx
import uvicorn
from django.conf import settings
from django.test import override_settings
from websockets.sync.client import ClientConnection, connect

from config.asgi import application
from config.server import OPTIONS
from mingjian.kit.asgi import App, Receive, Scope, Send, lifespan

Headers = Mapping[str, str]


@dataclass(frozen=True)
class Site:
    """Where the server listens, and a browser's way to reach it."""

    port: int
    server: uvicorn.Server
    thread: Thread

    def stop(self) -> None:
        """What SIGTERM does: no new connections, open ones are told to go."""
        self.server.should_exit = True

    def has_stopped(self) -> bool:
        return not self.thread.is_alive()

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def client(self, session_key: str = "", **headers: str) -> httpx.Client:
        """An HTTP client of the page's own origin, signed in by ``session_key``."""
        cookies = {settings.SESSION_COOKIE_NAME: session_key} if session_key else {}
        own = {"Origin": self.origin, **headers}
        return httpx.Client(base_url=self.origin, cookies=cookies, headers=own, trust_env=False)

    def socket(
        self, path: str, session_key: str = "", *, origin: str | None = None, **options: Any
    ) -> ClientConnection:
        """A WebSocket as a page of ``origin`` (by default our own) would open it."""
        headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session_key}"}
        headers |= options.pop("additional_headers", {})
        address = f"ws://localhost:{self.port}{path}"
        return connect(
            address,
            origin=origin or self.origin,  # type: ignore[arg-type]
            additional_headers=headers,
            proxy=None,
            **options,
        )


def free_socket() -> socket.socket:
    """A bound socket: the port is taken already when its number is known."""
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", 0))
    return bound


def without_lifespan(app: App) -> App:
    """``app`` alone, for tests that need no whole root."""

    async def root(scope: Scope, receive: Receive, send: Send) -> None:
        await (lifespan if scope["type"] == "lifespan" else app)(scope, receive, send)

    return root


@contextmanager
def serving(app: App = application) -> Iterator[Site]:
    """``app`` behind the product's own server options, until the block ends."""
    bound = free_socket()
    server = uvicorn.Server(uvicorn.Config(app, **OPTIONS))
    thread = Thread(target=server.run, args=([bound],), daemon=True)
    site = Site(bound.getsockname()[1], server, thread)
    origin = {"ORIGIN": urlsplit(site.origin), "CSRF_TRUSTED_ORIGINS": [site.origin]}
    with override_settings(**origin):
        thread.start()
        eventually(lambda: server.started)
        try:
            yield site
        finally:
            site.stop()
            eventually(site.has_stopped)


def eventually(is_so: Any, *, within_seconds: float = 15) -> None:
    """Wait until ``is_so()`` holds; fail when it does not in generous time."""
    deadline = monotonic() + within_seconds
    while not is_so():
        assert monotonic() < deadline, f"not within {within_seconds} s"
        sleep(0.02)
