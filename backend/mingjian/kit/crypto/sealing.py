"""Seal a stream in one pass and bounded memory, hashing its plaintext on the way."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from cryptography.hazmat.primitives.hashes import SM3, Hash

from mingjian.kit.crypto.cipher import BATCH, CHUNK, HEADER, SEALED_CHUNK, ChunkCipher
from mingjian.kit.crypto.suites import AES, SM, TAG, Suite


class Source(Protocol):
    """What can be sealed: open files, ``BytesIO``, uploads."""

    def readinto(self, buffer: Any, /) -> int | None: ...


class Target(Protocol):
    """Where ciphertext goes; must take all it is given, as buffered files do."""

    def write(self, block: Any, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was sealed; the digests are of the plaintext."""

    plain_bytes: int
    sealed_bytes: int
    sha256: bytes
    sm3: bytes = b""
    """Only where the national suite sealed it."""


class Digests:
    """What a suite says of a plaintext that passes by: SHA-256, and SM3 for the national one."""

    def __init__(self, suite: Suite = AES) -> None:
        self._sha256 = hashlib.sha256()
        self._sm3 = Hash(SM3()) if suite is SM else None

    def update(self, block: memoryview) -> None:
        self._sha256.update(block)
        if self._sm3:
            self._sm3.update(block)

    def sealed(self, plain_bytes: int) -> Sealed:
        """The result, once all of the plaintext has passed."""
        sm3 = self._sm3.finalize() if self._sm3 else b""
        return Sealed(plain_bytes, sealed_size(plain_bytes), self._sha256.digest(), sm3)


def seal(
    source: Source, target: Target, *, key: bytes, context: bytes, suite: Suite = AES
) -> Sealed:
    """Seal all of ``source`` for the record that ``context`` names."""
    digests = Digests(suite)
    cipher = ChunkCipher.fresh(key, context, suite)
    return digests.sealed(encrypt(source, target, cipher, observe=digests.update))


def sealed_size(plain_bytes: int) -> int:
    """How long the sealed form of ``plain_bytes`` is."""
    return HEADER + plain_bytes + TAG * (plain_bytes // CHUNK + 1)


def encrypt(
    source: Source,
    target: Target,
    cipher: ChunkCipher,
    *,
    observe: Callable[[memoryview], object],
) -> int:
    """Write header and chunks; ``observe`` sees every block of plaintext. Returns its length."""
    batch = Batch()
    target.write(cipher.header)
    index = 0
    while True:
        filled = _fill(source, batch.plain)
        observe(batch.plain[:filled])
        chunks = batch.chunks(filled)
        cipher.seal(index, chunks)
        target.write(batch.sealed[: filled + TAG * len(chunks)])
        if filled < len(batch.plain):
            return index * CHUNK + filled
        index += len(chunks)


class Batch:
    """The two buffers of a stream, and the views of their chunks, made once."""

    def __init__(self) -> None:
        self.plain = memoryview(bytearray(BATCH * CHUNK))
        self.sealed = memoryview(bytearray(BATCH * SEALED_CHUNK))
        self._whole = [self._chunk(number, CHUNK) for number in range(BATCH)]

    def chunks(self, filled: int) -> list[tuple[memoryview, memoryview]]:
        """The chunks of ``filled`` bytes; fewer than all end the file with a short one."""
        whole, rest = divmod(filled, CHUNK)
        if whole == BATCH:
            return self._whole
        return [*self._whole[:whole], self._chunk(whole, rest)]

    def _chunk(self, number: int, size: int) -> tuple[memoryview, memoryview]:
        plain, sealed = number * CHUNK, number * SEALED_CHUNK
        return self.plain[plain : plain + size], self.sealed[sealed : sealed + size + TAG]


def _fill(source: Source, buffer: memoryview) -> int:
    """Read until ``buffer`` is full or the source ends; short reads are no end."""
    filled = 0
    while filled < len(buffer) and (count := source.readinto(buffer[filled:])):
        filled += count
    return filled
