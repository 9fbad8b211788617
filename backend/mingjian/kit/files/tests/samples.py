"""Pictures made on the spot."""

import struct
import zlib


def png(width: int = 2, height: int = 2) -> bytes:
    """A grey PNG; only its header is as large as it claims when it claims much."""
    rows = min(height, 4)
    pixels = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(rows)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    )


def jpeg(width: int = 2, height: int = 2) -> bytes:
    """The segments that say what a JPEG is, without the pixels."""
    segments = (
        (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        (0xDB, bytes(65)),
        (0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"),
    )
    body = b"".join(
        bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content
        for marker, content in segments
    )
    return b"\xff\xd8" + body + b"\xff\xd9"


SVG = (
    b'<?xml version="1.0"?><SVG xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></SVG>'
)
