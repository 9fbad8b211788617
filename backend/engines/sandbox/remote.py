"""The content as the child sees it: a file whose bytes the parent hands over, range by range."""

import io
from typing import Any, BinaryIO

from engines.sandbox.wire import FRAME, MOST_READ, READ, read_exactly

BUFFER = 256 << 10


class RemoteFile(io.RawIOBase):
    """Seekable; holds nothing, so a file of any size costs one buffer."""

    def __init__(self, asks: BinaryIO, hears: BinaryIO, size: int) -> None:
        self._asks, self._hears, self._size, self._at = asks, hears, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any, /) -> int:
        length = min(len(buffer), MOST_READ, max(0, self._size - self._at))
        if not length:
            return 0
        self._asks.write(FRAME.pack(READ, self._at, length))
        self._asks.flush()
        buffer[:length] = read_exactly(self._hears, length)
        self._at += length
        return length


def buffered(asks: BinaryIO, hears: BinaryIO, size: int) -> io.BufferedReader:
    return io.BufferedReader(RemoteFile(asks, hears, size), BUFFER)
