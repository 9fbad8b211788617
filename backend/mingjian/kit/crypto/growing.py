"""Seal a file that arrives in parts, over hours and over restarts of either side.

Whole chunks are appended to a file as soon as they are full and never sealed a second time:
what lies in the file counts, so nothing else has to be written while bytes arrive. The tail,
shorter than a chunk, is the caller's to keep. A hash cannot be stored half done; after a
restart it is made again by reading what lies there.
"""

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from mingjian.kit.crypto.cipher import BATCH, CHUNK, HEADER, SEALED_CHUNK, ChunkCipher
from mingjian.kit.crypto.sealing import Batch, Digests, Sealed, sealed_size
from mingjian.kit.crypto.suites import AES, TAG, Suite


class Growth:
    """How far an unfinished file has come: its chunks, their digests, and the tail."""

    def __init__(self, suite: Suite = AES) -> None:
        self.digests = Digests(suite)
        self.chunks = 0
        self.tail = b""

    @property
    def size(self) -> int:
        """Bytes of plaintext taken."""
        return self.chunks * CHUNK + len(self.tail)


@dataclass(frozen=True, slots=True)
class Extent:
    """What the length of an unfinished file says of it, before anything is opened."""

    chunks: int
    is_ended: bool
    """Whether the short chunk that ends the file seems to be there as well."""

    @classmethod
    def of(cls, sealed_bytes: int, length: int) -> "Extent":
        """Of a file that will have ``length`` bytes of plaintext."""
        whole = max(0, sealed_bytes - HEADER) // SEALED_CHUNK
        return cls(min(whole, length // CHUNK), sealed_bytes == sealed_size(length))


class GrowingFile:
    """Takes bytes into a buffer of some chunks and appends them sealed to an open file."""

    def __init__(self, descriptor: int, cipher: ChunkCipher, growth: Growth) -> None:
        self._descriptor, self._cipher, self._growth = descriptor, cipher, growth
        self._batch = Batch()
        self._filled = 0
        self._keep(growth.tail)

    @property
    def room(self) -> memoryview:
        """Where the next bytes go; :meth:`took` says how many did."""
        return self._batch.plain[self._filled :]

    @property
    def size(self) -> int:
        """Bytes taken, written or not."""
        return self._growth.chunks * CHUNK + self._filled

    def took(self, count: int) -> None:
        self._filled += count

    def write(self) -> None:
        """Seal and append every whole chunk; the rest becomes the tail."""
        whole, growth = self._filled // CHUNK, self._growth
        plain = self._batch.plain[: whole * CHUNK]
        self._cipher.seal(growth.chunks, self._batch.chunks(len(plain))[:whole])
        self._append(self._batch.sealed[: whole * SEALED_CHUNK])
        # Last, so that what could not be written is not hashed twice.
        growth.digests.update(plain)
        growth.chunks += whole
        self._keep(bytes(self._batch.plain[len(plain) : self._filled]))

    def finish(self) -> Sealed:
        """Append the short chunk that ends every sealed file; all of it is on disk then."""
        self.write()
        tail = self._batch.plain[: self._filled]
        self._growth.digests.update(tail)
        self._cipher.seal(self._growth.chunks, self._batch.chunks(self._filled))
        self._append(self._batch.sealed[: self._filled + TAG])
        os.fsync(self._descriptor)
        return self._growth.digests.sealed(self._growth.size)

    def _keep(self, tail: bytes) -> None:
        self._batch.plain[: len(tail)] = tail
        self._filled, self._growth.tail = len(tail), tail

    def _append(self, sealed: memoryview) -> None:
        at = HEADER + self._growth.chunks * SEALED_CHUNK
        while sealed:
            written = os.pwrite(self._descriptor, sealed, at)
            sealed, at = sealed[written:], at + written


def catch_up(descriptor: int, cipher: ChunkCipher, growth: Growth, length: int) -> None:
    """Bring ``growth`` to what lies in the file, opening every chunk that it has not seen.

    The file ends there afterwards: what a crash left torn, or never reached the disk, goes.
    """
    extent = Extent.of(os.fstat(descriptor).st_size, length)
    if extent.chunks > growth.chunks:
        growth.tail = b""
    is_whole = _open_chunks(descriptor, cipher, growth, extent.chunks)
    if is_whole and extent.is_ended:
        ending = _opened(descriptor, cipher, growth.chunks, length % CHUNK)
        if ending is not None:
            growth.tail = ending
            return
    os.ftruncate(descriptor, HEADER + growth.chunks * SEALED_CHUNK)


def _open_chunks(descriptor: int, cipher: ChunkCipher, growth: Growth, until: int) -> bool:
    """Whether every chunk below ``until`` could be opened; each is hashed on the way."""
    plain = memoryview(bytearray(BATCH * CHUNK))
    while growth.chunks < until:
        count = min(BATCH, until - growth.chunks)
        at = HEADER + growth.chunks * SEALED_CHUNK
        sealed = memoryview(os.pread(descriptor, count * SEALED_CHUNK, at))
        opened = _open_batch(cipher, growth.chunks, sealed, plain)
        growth.digests.update(plain[: opened * CHUNK])
        growth.chunks += opened
        if opened < count:
            return False
    return True


def _open_batch(cipher: ChunkCipher, first: int, sealed: memoryview, plain: memoryview) -> int:
    """How many chunks of ``sealed`` are authentic, from the first."""
    for number in range(len(sealed) // SEALED_CHUNK):
        chunk = sealed[number * SEALED_CHUNK : (number + 1) * SEALED_CHUNK]
        try:
            cipher.open(first + number, chunk, plain[number * CHUNK : (number + 1) * CHUNK])
        except InvalidTag:
            return number
    return len(sealed) // SEALED_CHUNK


def _opened(descriptor: int, cipher: ChunkCipher, index: int, size: int) -> bytes | None:
    sealed = os.pread(descriptor, size + TAG, HEADER + index * SEALED_CHUNK)
    plain = bytearray(size)
    try:
        cipher.open(index, memoryview(sealed), memoryview(plain))
    except InvalidTag:
        return None
    return bytes(plain)
