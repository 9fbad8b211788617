"""The two families of algorithms in which files are sealed: the international and the national.

``aes`` is Cobblestone-256 as published (AES-256-GCM, HKDF with SHA-512). ``sm`` is the same
recipe with the algorithms of GB/T 32907 and GB/T 32905 (SM4-GCM, HKDF with SM3) for bodies that
have to use them; about nine times slower, and no public vectors exist for the whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512, SM3, HashAlgorithm

TAG = 16


class Aead(Protocol):
    """Authenticated encryption of one chunk, into a buffer of the caller's."""

    def encrypt_into(
        self, nonce: bytes, data: memoryview, associated_data: None, buf: memoryview, /
    ) -> int: ...

    def decrypt_into(
        self, nonce: bytes, data: memoryview, associated_data: None, buf: memoryview, /
    ) -> int: ...


class Sm4Gcm:
    """SM4 in Galois/counter mode, in the form of ``cryptography``'s own AEADs."""

    def __init__(self, key: bytes) -> None:
        self._cipher = algorithms.SM4(key)

    def encrypt_into(
        self, nonce: bytes, data: memoryview, associated_data: None, buf: memoryview, /
    ) -> int:
        encryptor = Cipher(self._cipher, modes.GCM(nonce)).encryptor()
        sealed = encryptor.update(data) + encryptor.finalize() + encryptor.tag
        buf[:] = sealed
        return len(sealed)

    def decrypt_into(
        self, nonce: bytes, data: memoryview, associated_data: None, buf: memoryview, /
    ) -> int:
        if len(data) < TAG:
            raise InvalidTag
        tag = bytes(data[-TAG:])
        decryptor = Cipher(self._cipher, modes.GCM(nonce, tag)).decryptor()
        plain = decryptor.update(data[:-TAG]) + decryptor.finalize()
        buf[:] = plain
        return len(plain)


@dataclass(frozen=True, slots=True)
class Suite:
    """``code`` is what rows keep; ``label`` separates the derivations of the two."""

    code: str
    label: bytes
    key_bytes: int
    hash: HashAlgorithm
    aead: Callable[[bytes], Aead]


AES = Suite("aes", b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0", 32, SHA512(), AESGCM)
SM = Suite("sm", b"mingjian/chunked-encryption@v1+AEAD_SM4_GCM+SM3\0", 16, SM3(), Sm4Gcm)
SUITES = {suite.code: suite for suite in (AES, SM)}
