"""Sealed content as an ordinary file, for libraries that read one."""

import io
from collections.abc import Callable
from typing import Any

from mingjian.kit.crypto.reader import SealedReader

EVERY = 8 << 20
"""Bytes between two words on how far it was read."""


class OpenedFile(io.RawIOBase):
    """The plaintext, seekable; ``watch`` hears how many bytes of how many were read so far."""

    def __init__(self, reader: SealedReader, watch: Callable[[int, int], object]) -> None:
        self._reader, self._watch = reader, watch
        self._at = self._furthest = self._told = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._reader.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any, /) -> int:
        piece = self._reader.read_at(self._at, len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        self._furthest = max(self._furthest, self._at)
        if self._furthest - self._told >= EVERY:
            self._told = self._furthest
            self._watch(self._furthest, self._reader.size)
        return len(piece)
