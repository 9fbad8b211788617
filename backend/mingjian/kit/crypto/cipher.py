"""Cobblestone-256: the chunk cipher of one sealed file (c2sp.org/chunked-encryption).

A file is cut into chunks of 16 KiB, the last one always shorter (perhaps empty), and
each chunk is sealed with AES-256-GCM under a nonce that counts the chunks. Key, base
nonce and key commitment come from HKDF-Expand-SHA-512 over a random salt and the
caller's context: a file that was moved to another record, or is opened with another
key, is refused before its first chunk is touched. The national suite has the same form.
"""

import hmac
import os
from collections.abc import Sequence

from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from mingjian.kit.crypto.errors import CiphertextForeign
from mingjian.kit.crypto.suites import AES, TAG, Suite

KEY = 32
SALT = 24
NONCE = 12
COMMITMENT = 32
HEADER = SALT + COMMITMENT
CHUNK = 16 * 1024
SEALED_CHUNK = CHUNK + TAG
MAX_CHUNKS = 2**38
BATCH = 32
"""Chunks per read and write: 512 KiB plain and sealed stay in the processor's cache together."""


class ChunkCipher:
    """Seals and opens single chunks of one file; knows nothing of streams."""

    def __init__(self, key: bytes, salt: bytes, context: bytes, suite: Suite = AES) -> None:
        if len(key) != KEY:
            raise ValueError(f"a file key has {KEY} bytes, not {len(key)}")
        length, label = suite.key_bytes + NONCE + COMMITMENT, suite.label + salt + context
        derived = HKDFExpand(suite.hash, length, label).derive(key)
        nonce_ends = suite.key_bytes + NONCE
        self._aead = suite.aead(derived[: suite.key_bytes])
        self._base_nonce = int.from_bytes(derived[suite.key_bytes : nonce_ends], "big")
        self.header = salt + derived[nonce_ends:]

    @classmethod
    def fresh(cls, key: bytes, context: bytes, suite: Suite = AES) -> "ChunkCipher":
        """The cipher of a new file, under a salt never used before."""
        return cls(key, os.urandom(SALT), context, suite)

    @classmethod
    def of(cls, header: bytes, key: bytes, context: bytes, suite: Suite = AES) -> "ChunkCipher":
        """The cipher of an existing file, once its key commitment was checked."""
        cipher = cls(key, header[:SALT], context, suite)
        if not hmac.compare_digest(cipher.header, header):
            raise CiphertextForeign
        return cipher

    def seal(self, first: int, chunks: Sequence[tuple[memoryview, memoryview]]) -> None:
        """Seal consecutive chunks from number ``first``: pairs of plain and room for sealed."""
        if first + len(chunks) > MAX_CHUNKS:
            raise OverflowError("a sealed file holds at most 4 PiB")
        encrypt_into = self._aead.encrypt_into  # 65 536 times a gibibyte: every look-up counts
        for index, (plain, sealed) in enumerate(chunks, first):
            encrypt_into(self._nonce(index), plain, None, sealed)

    def open(self, index: int, sealed: memoryview, plain: memoryview) -> None:
        """Fill ``plain`` with chunk ``index``; raises ``InvalidTag`` and fills nothing useful."""
        self._aead.decrypt_into(self._nonce(index), sealed, None, plain)

    def _nonce(self, index: int) -> bytes:
        return (self._base_nonce ^ index).to_bytes(NONCE, "big")
