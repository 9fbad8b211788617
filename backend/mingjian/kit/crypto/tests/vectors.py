"""Test vectors: Wycheproof's where they are at hand, and some of our own always.

Our own were computed from the specification's text by an independent few lines (HMAC
by hand, one AES-GCM call per chunk), which :func:`by_the_book` keeps.
"""

import hmac
import json
import os
from hashlib import sha512
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VECTORS = settings.REPOSITORY.parent / "shared" / "testdata" / "vectors"
KEY = bytes(range(32))
SALT = bytes(range(100, 124))
OWN_VECTORS = [
    (0, b"", "fa6f2af807d2038dc1e15bb9a9d3e0b6ac4901e83cc09b9f5b0f3848c782cb15"),
    (1, b"", "6a73d30e8dc39b1dda6dc09ce931154e41c28b04a054827c6010f2a7e02652c5"),
    (16383, b"a", "a6bdd676439569a1c12aed64f5aab4c2044e8695b49cb0c8a25bd63e37569ae8"),
    (16384, b"", "3027adc96fdfc66df2f0b989672d2a645984d5ddebb11a7fdeef0f5fa4816ebf"),
    (16385, b"tenant/-/file", "a4e91cc95d1e0cfec2b3a0f88bf144337b2fa5090142bc7d43432b0645ac79e1"),
    (100000, b"with\x00zero", "059d51011ef8d1d4e4246e6ee990511738c5a72dbab1fc39e93c4f68656416e1"),
    (1048576, b"", "9d1a5ba493bb937e903a8bce2ea6829724067da75906f8f44dbb0fe53878ec9a"),
    (
        1048581,
        b"\xe6\x98\x8e\xe9\x89\xb4",
        "f09114635ce854c1954802748ff8c62d05898f1a528308d9b6e2eb38282eb5ec",
    ),
]
"""Size of the plaintext, context, SHA-256 of the whole sealed file."""


def plaintext(size: int) -> bytes:
    """A plaintext whose every chunk differs."""
    return b"".join(number.to_bytes(4, "big") for number in range(size // 4 + 1))[:size]


def by_the_book(plain: bytes, context: bytes) -> bytes:
    """The specification, read aloud: slow, whole in memory, and nothing of ours in it."""
    info = b"c2sp.org/chunked-encryption@v1+" + b"AEAD_AES_256_GCM" + b"\x00" + SALT + context
    first = hmac.digest(KEY, info + b"\x01", sha512)
    derived = first + hmac.digest(KEY, first + info + b"\x02", sha512)
    key, base_nonce, commitment = derived[:32], derived[32:44], derived[44:76]
    sealed = SALT + commitment
    for index in range(len(plain) // 16384 + 1):
        nonce = int.from_bytes(base_nonce, "big") ^ index
        chunk = plain[index * 16384 : (index + 1) * 16384]
        sealed += AESGCM(key).encrypt(nonce.to_bytes(12, "big"), chunk, None)
    return sealed


def wycheproof(name: str) -> dict[str, Any]:
    """One of Wycheproof's files; without it the test is skipped, on CI it fails."""
    path = VECTORS / name
    if not path.exists():
        reason = f"Wycheproof's {name} does not lie beside this repository"
        if os.environ.get("CI"):  # noqa: TID251
            pytest.fail(reason)
        pytest.skip(reason)
    document: dict[str, Any] = json.loads(path.read_text())
    return document
