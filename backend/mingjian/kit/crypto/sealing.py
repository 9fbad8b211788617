"""Seal a stream in one pass and bounded memory, hashing its plaintext on the way."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from mingjian.kit.crypto.cipher import BATCH, CHUNK, HEADER, SEALED_CHUNK, TAG, ChunkCipher


class Source(Protocol):
    """What can be sealed: open files, ``BytesIO``, uploads."""

    def readinto(self, buffer: Any, /) -> int | None: ...


class Target(Protocol):
    """Where ciphertext goes; must take all it is given, as buffered files do."""

    def write(self, block: Any, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was sealed; the digest is of the plaintext."""

    plain_bytes: int
    sealed_bytes: int
    sha256: bytes


def seal(source: Source, target: Target, *, key: bytes, context: bytes) -> Sealed:
    """Seal all of ``source`` for the record that ``context`` names."""
    digest = hashlib.sha256()
    cipher = ChunkCipher.fresh(key, context)
    plain_bytes = encrypt(source, target, cipher, observe=digest.update)
    return Sealed(plain_bytes, sealed_size(plain_bytes), digest.digest())


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
    plain = memoryview(bytearray(BATCH * CHUNK))
    sealed = memoryview(bytearray(BATCH * SEALED_CHUNK))
    target.write(cipher.header)
    index = 0
    while True:
        filled = _fill(source, plain)
        observe(plain[:filled])
        # A batch that was not filled ends the file: with its short, perhaps empty, last chunk.
        chunks = filled // CHUNK + (filled < len(plain))
        _seal_batch(cipher, index, plain[:filled], sealed, chunks)
        target.write(sealed[: filled + TAG * chunks])
        if filled < len(plain):
            return index * CHUNK + filled
        index += chunks


def _fill(source: Source, buffer: memoryview) -> int:
    """Read until ``buffer`` is full or the source ends; short reads are no end."""
    filled = 0
    while filled < len(buffer) and (count := source.readinto(buffer[filled:])):
        filled += count
    return filled


def _seal_batch(
    cipher: ChunkCipher, first: int, plain: memoryview, sealed: memoryview, chunks: int
) -> None:
    for number in range(chunks):
        chunk = plain[number * CHUNK : (number + 1) * CHUNK]
        at = number * SEALED_CHUNK
        cipher.seal(first + number, chunk, sealed[at : at + len(chunk) + TAG])
