"""ClamAV's daemon over its own protocol: the file is streamed to it, nothing is put on disk.

``INSTREAM`` takes blocks with their length in front, and an empty one at the end.
"""

import socket
import struct
from collections.abc import Iterable
from contextlib import closing, suppress
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from mingjian.evidence.errors.intake import ScannerUnreachableError
from mingjian.evidence.scanner import NoScanner, Scan, VirusScanner

PORT = 3310
SECONDS = 120
"""Without a word from it for so long the scanner counts as unreachable."""
LONGEST_REPLY = 4096


def scanner_at(url: str) -> VirusScanner:
    """The scanner of ``clamd_url``; without one, none."""
    if not url:
        return NoScanner()
    parts = urlsplit(url)
    if parts.scheme == "unix" and parts.path:
        return Clamd(parts.path)
    if parts.scheme == "tcp" and parts.hostname:
        return Clamd((parts.hostname, parts.port or PORT))
    raise ImproperlyConfigured("MINGJIAN_CLAMD_URL is unix:///path, tcp://host:port or empty")


class Clamd:
    """Implements ``scanner.VirusScanner``."""

    def __init__(self, place: str | tuple[str, int]) -> None:
        self._place = place

    def scan(self, pieces: Iterable[bytes]) -> Scan:
        try:
            return self._scanned(pieces)
        except OSError as error:
            raise ScannerUnreachableError from error

    def _scanned(self, pieces: Iterable[bytes]) -> Scan:
        with closing(self._connected()) as asking:
            asking.sendall(b"zVERSION\0")
            scanner = _reply(asking)[:100]
        with closing(self._connected()) as streaming:
            # A scanner that has had enough says so and hangs up.
            with suppress(BrokenPipeError, ConnectionResetError):
                streaming.sendall(b"zINSTREAM\0")
                for piece in pieces:
                    streaming.sendall(struct.pack(">I", len(piece)) + piece)
                streaming.sendall(struct.pack(">I", 0))
            said = _reply(streaming)
        return _scan(scanner, said)

    def _connected(self) -> socket.socket:
        if isinstance(self._place, tuple):
            return socket.create_connection(self._place, SECONDS)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(SECONDS)
            connection.connect(self._place)
        except OSError:
            connection.close()
            raise
        return connection


def _reply(connection: socket.socket) -> str:
    reply = b""
    while not reply.endswith(b"\0") and len(reply) < LONGEST_REPLY:
        block = connection.recv(LONGEST_REPLY)
        if not block:
            break
        reply += block
    return reply.rstrip(b"\0\n").decode("utf-8", "replace")


def _scan(scanner: str, said: str) -> Scan:
    if said.endswith(" FOUND"):
        return Scan(scanner, said.removeprefix("stream: ").removesuffix(" FOUND"))
    if said.endswith(" OK"):
        return Scan(scanner)
    if "size limit exceeded" in said:
        return Scan(scanner, is_whole=False)
    raise ScannerUnreachableError
