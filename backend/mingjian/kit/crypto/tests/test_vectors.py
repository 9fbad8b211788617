"""Our Cobblestone-256, and the ciphers below it, agree with everybody else's."""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mingjian.kit.crypto import CiphertextError, CiphertextForeign, SealedReader, encrypt
from mingjian.kit.crypto.cipher import ChunkCipher
from mingjian.kit.crypto.tests.vectors import (
    KEY,
    OWN_VECTORS,
    SALT,
    by_the_book,
    plaintext,
    wycheproof,
)

COBBLESTONE = "c2sp_chunked_encryption_aes_256_gcm_test.json"
Vector = dict[str, Any]


def cases(name: str, **group_must: Any) -> Iterator[tuple[Vector, Vector]]:
    for group in wycheproof(name)["testGroups"]:
        if all(group[field] == value for field, value in group_must.items()):
            yield from ((group, test) for test in group["tests"])


def opened(vector: Vector) -> SealedReader:
    sealed = io.BytesIO(zlib.decompress(bytes.fromhex(vector["ct"])))
    return SealedReader(sealed, bytes.fromhex(vector["key"]), bytes.fromhex(vector["ctx"]))


def test_every_cobblestone_vector_is_opened_or_refused_as_it_should_be() -> None:
    verdicts = [_verdict(vector) == vector["result"] for _, vector in cases(COBBLESTONE)]
    assert len(verdicts) == 35
    assert all(verdicts)


def _verdict(vector: Vector) -> str:
    try:
        plain = b"".join(opened(vector).iterate())
    except (CiphertextError, ValueError):
        return "invalid"
    assert len(plain) == vector["msgLength"]
    assert hashlib.sha512(plain).hexdigest() == vector["msgSha512"]
    return "valid"


def test_a_wrong_header_or_length_is_refused_before_any_chunk_is_read() -> None:
    for _, vector in cases(COBBLESTONE, type="ChunkedEncryption"):
        if vector["result"] == "invalid" and "ValidFinalChunk" not in vector["flags"]:
            with pytest.raises((CiphertextError, ValueError)):
                opened(vector)


def test_a_wrong_key_or_context_is_named_foreign() -> None:
    foreign = [v for _, v in cases(COBBLESTONE) if {"WrongKey", "WrongContext"} & set(v["flags"])]
    assert foreign
    for vector in foreign:
        with pytest.raises(CiphertextForeign):
            opened(vector)


@pytest.mark.parametrize(("size", "context", "digest"), OWN_VECTORS)
def test_a_fixed_key_and_salt_always_seal_to_the_same_bytes(
    size: int, context: bytes, digest: str
) -> None:
    sealed = io.BytesIO()
    encrypt(io.BytesIO(plaintext(size)), sealed, ChunkCipher(KEY, SALT, context), observe=len)
    assert sealed.getvalue() == by_the_book(plaintext(size), context)
    assert hashlib.sha256(sealed.getvalue()).hexdigest() == digest
    assert SealedReader(sealed, KEY, context).read_at(0, size) == plaintext(size)


def _aes_gcm(group: Vector, test: Vector) -> bytes:
    aead = AESGCM(bytes.fromhex(test["key"]))
    sealed = bytes.fromhex(test["ct"] + test["tag"])
    return aead.decrypt(bytes.fromhex(test["iv"]), sealed, bytes.fromhex(test["aad"]))


def _sm4_gcm(group: Vector, test: Vector) -> bytes:
    mode = modes.GCM(bytes.fromhex(test["iv"]), bytes.fromhex(test["tag"]))
    decryptor = Cipher(algorithms.SM4(bytes.fromhex(test["key"])), mode).decryptor()
    decryptor.authenticate_additional_data(bytes.fromhex(test["aad"]))
    return decryptor.update(bytes.fromhex(test["ct"])) + decryptor.finalize()


@pytest.mark.parametrize(
    ("name", "decrypt", "least"),
    [("aes_gcm_test.json", _aes_gcm, 316), ("sm4_gcm_test.json", _sm4_gcm, 100)],
)
def test_the_library_opens_no_invalid_gcm_vector_and_every_usual_one(
    name: str, decrypt: Callable[[Vector, Vector], bytes], least: int
) -> None:
    seen = 0
    for group, test in cases(name):
        seen += 1
        try:
            plain = decrypt(group, test)
        except (InvalidTag, ValueError):
            # The library takes nonces of 8 to 128 bytes; we only ever use 12.
            assert test["result"] == "invalid" or group["ivSize"] != 96
        else:
            assert test["result"] == "valid"
            assert plain.hex() == test["msg"]
    assert seen >= least
