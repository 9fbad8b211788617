"""An OpenID Connect provider on loopback: says yes at once, for whomever it was told to be."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT_ID = "mingjian"
SECRET = "a secret of thirty-two characters"


@dataclass
class Provider:
    """Whom it vouches for, and what it was asked."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    asked: list[dict[str, list[str]]] = field(default_factory=list)

    def vouch_for(self, email: str, *, verified: bool) -> None:
        self.claims = {"sub": "employee-17", "email": email, "email_verified": verified}

    def answer(self, path: str) -> dict[str, Any]:
        if path == "/.well-known/openid-configuration":
            names = ("authorization", "token", "userinfo")
            endpoints = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in names}
            return {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys", **endpoints}
        if path == "/token":
            identity = {"iss": self.issuer, "aud": CLIENT_ID, "exp": 4_102_444_800, **self.claims}
            token = jwt.encode(identity, SECRET, algorithm="HS256")
            return {"access_token": "x", "token_type": "Bearer", "id_token": token}
        return self.claims


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that answers until the block ends."""
    own = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path != "/authorization":
                self._json(own.answer(url.path))
                return
            asked = parse_qs(url.query)
            own.asked.append(asked)
            back = urlencode({"code": "once", "state": asked["state"][0]})
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri'][0]}?{back}")
            self.end_headers()

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._json(own.answer(urlsplit(self.path).path))

        def _json(self, body: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Silent: the test says what it expects."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    own.issuer = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield own
    finally:
        server.shutdown()
        server.server_close()
