"""The transit engine's protocol, for machines without an OpenBao: one key, AES-256-GCM.

As its documentation describes it: versions, associated data, ``min_decryption_version``.
"""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from mingjian.kit.keys.errors import WrappedKeyRefused
from mingjian.kit.keys.wrapping import fresh_key, unwrap, wrap

TOKEN = "root-of-a-test"


class _Refused(Exception):
    """The answer's status."""


class _Engine:
    def __init__(self) -> None:
        self.keys: list[bytes] = []
        self.oldest = 1

    def answer(self, verb: str, path: str, given: dict[str, Any]) -> dict[str, Any]:
        match verb, path:
            case "GET", "keys/mingjian" if self.keys:
                return {"latest_version": len(self.keys)}
            case "GET", _:
                raise _Refused(404)
            case _, "keys/mingjian" | "keys/mingjian/rotate":
                self.keys.append(fresh_key())
            case _, "keys/mingjian/config":
                self.oldest = given["min_decryption_version"]
            case _, "encrypt/mingjian":
                return {"ciphertext": self._encrypted(given)}
            case _, "decrypt/mingjian":
                return {"plaintext": self._decrypted(given)}
            case _:
                raise _Refused(404)
        return {}

    def _encrypted(self, given: dict[str, Any]) -> str:
        version = given["key_version"]
        plain = base64.b64decode(given["plaintext"])
        sealed = wrap(self.keys[version - 1], plain, given["associated_data"])
        return f"vault:v{version}:{base64.b64encode(sealed).decode()}"

    def _decrypted(self, given: dict[str, Any]) -> str:
        try:
            _, version, sealed = given["ciphertext"].split(":")
            number = int(version.removeprefix("v"))
            if number < self.oldest:
                raise _Refused(400)
            content = base64.b64decode(sealed, validate=True)
            plain = unwrap(self.keys[number - 1], content, given["associated_data"])
        except (ValueError, WrappedKeyRefused):
            raise _Refused(400) from None
        return base64.b64encode(plain).decode()


@contextmanager
def transit_fake() -> Iterator[str]:
    """The address of a server that speaks the protocol; only ``TOKEN`` is let in."""
    engine = _Engine()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            given = json.loads(self.rfile.read(length) or b"{}")
            answer: dict[str, Any]
            try:
                if self.headers["X-Vault-Token"] != TOKEN:
                    raise _Refused(403)
                path = self.path.removeprefix("/v1/transit/")
                status, answer = 200, {"data": engine.answer(self.command, path, given)}
            except _Refused as refused:
                status, answer = refused.args[0], {"errors": ["refused"]}
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        do_GET = do_POST = do_PUT = _serve

        def log_message(self, *args: Any) -> None:
            """Tests are silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
