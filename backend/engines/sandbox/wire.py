"""What parent and child say to each other over two pipes: short frames, each side bounded.

The child asks for ranges of the content (``R`` offset, length) and the parent, which alone can
decrypt, answers with exactly those bytes. At the end the child hands over artefacts (``B``) and
one answer in JSON (``J``).
"""

import json
import struct
from typing import IO, Any

FRAME = struct.Struct(">cQQ")
READ, BLOB, ANSWER = b"R", b"B", b"J"
MOST_READ = 1 << 20
MOST_ANSWER = 1 << 20
MOST_BLOB = 8 << 20
MOST_BLOBS = 24 << 20
"""Bytes of all artefacts together: what a parent keeps for one child."""


def write_json(pipe: IO[bytes], value: Any, kind: bytes = ANSWER) -> None:
    body = json.dumps(value).encode()
    pipe.write(FRAME.pack(kind, len(body), 0) + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[bytes, int, int]:
    kind, first, second = FRAME.unpack(read_exactly(pipe, FRAME.size))
    return kind, first, second


def read_exactly(pipe: IO[bytes], length: int) -> bytes:
    """``length`` bytes; ``EOFError`` where the other side went away."""
    body = pipe.read(length)
    if len(body) < length:
        raise EOFError
    return body
