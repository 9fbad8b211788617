"""Read a sealed file anywhere, handing out only bytes that were authenticated."""

import io
from collections.abc import Iterator
from typing import Protocol

from cryptography.exceptions import InvalidTag

from mingjian.kit.crypto.cipher import BATCH, CHUNK, HEADER, SEALED_CHUNK, ChunkCipher
from mingjian.kit.crypto.errors import (
    CiphertextReordered,
    CiphertextTampered,
    CiphertextTruncated,
)
from mingjian.kit.crypto.suites import AES, TAG, Suite

DIAGNOSED_CHUNKS = 65_536
"""How many places (1 GiB) a misplaced chunk is looked for; it is refused either way."""


class Seekable(Protocol):
    """A sealed file: local, or ranges of a remote one."""

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def read(self, size: int, /) -> bytes: ...


class SealedReader:
    """The plaintext of a sealed file, addressed by plaintext offsets.

    Opening checks the key commitment (foreign files) and authenticates the last chunk
    (the length), so a file that was cut or extended is refused before any byte is read.
    """

    def __init__(self, file: Seekable, key: bytes, context: bytes, suite: Suite = AES) -> None:
        self._file = file
        self.sealed_bytes = file.seek(0, io.SEEK_END)
        if self.sealed_bytes < HEADER:
            raise CiphertextTruncated
        self._cipher = ChunkCipher.of(self._read(0, HEADER), key, context, suite)
        self._last, self.size = self._authenticated_length()

    def read_at(self, offset: int, length: int) -> bytes:
        """The plaintext from ``offset``: ``length`` bytes, fewer at the end."""
        end = min(offset + length, self.size)
        if not 0 <= offset < end:
            return b""
        first, last = offset // CHUNK, (end - 1) // CHUNK
        skip = offset - first * CHUNK
        return bytes(self._open(first, last)[skip : skip + end - offset])

    def iterate(
        self, offset: int = 0, length: int | None = None, block: int = BATCH * CHUNK
    ) -> Iterator[bytes]:
        """The plaintext of a range (default: to the end), piece by piece."""
        end = self.size if length is None else min(offset + length, self.size)
        while offset < end:
            # Pieces end on block boundaries, so that no chunk is opened twice.
            stop = min(end, offset - offset % block + block)
            yield self.read_at(offset, stop - offset)
            offset = stop

    def _authenticated_length(self) -> tuple[int, int]:
        """The last chunk's number and the plaintext length, both proven by its tag."""
        last, sealed = divmod(self.sealed_bytes - HEADER, SEALED_CHUNK)
        if sealed < TAG:
            raise CiphertextTruncated
        try:
            self._decrypt(last, self._read(HEADER + last * SEALED_CHUNK, sealed))
        except InvalidTag:
            raise CiphertextTruncated from None
        return last, last * CHUNK + sealed - TAG

    def _open(self, first: int, last: int) -> memoryview:
        """The plaintext of the chunks ``first`` to ``last``."""
        start = HEADER + first * SEALED_CHUNK
        stop = min(HEADER + (last + 1) * SEALED_CHUNK, self.sealed_bytes)
        sealed = memoryview(self._read(start, stop - start))
        plain = memoryview(bytearray(len(sealed) - TAG * (last - first + 1)))
        for number in range(last - first + 1):
            chunk = sealed[number * SEALED_CHUNK : (number + 1) * SEALED_CHUNK]
            at = number * CHUNK
            try:
                self._cipher.open(first + number, chunk, plain[at : at + len(chunk) - TAG])
            except InvalidTag:
                raise self._diagnosis(first + number, chunk) from None
        return plain

    def _diagnosis(self, index: int, chunk: memoryview) -> Exception:
        """Why chunk ``index`` does not open: at another place it may be authentic."""
        for place in range(min(self._last + 1, DIAGNOSED_CHUNKS)):
            try:
                self._decrypt(place, chunk)
            except InvalidTag:
                continue
            return CiphertextReordered(chunk=index + 1)
        return CiphertextTampered(chunk=index + 1)

    def _decrypt(self, index: int, sealed: bytes | memoryview) -> None:
        self._cipher.open(index, memoryview(sealed), memoryview(bytearray(len(sealed) - TAG)))

    def _read(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        block = self._file.read(length)
        if len(block) < length:
            raise CiphertextTruncated
        return block
