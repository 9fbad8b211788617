"""The national suite: SM4-GCM and SM3 in the recipe of Cobblestone."""

import hmac
import io

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SM3, Hash

from mingjian.kit.crypto import SM, CiphertextError, CiphertextForeign, SealedReader, encrypt, seal
from mingjian.kit.crypto.cipher import ChunkCipher
from mingjian.kit.crypto.tests.vectors import KEY, SALT, plaintext

SIZES = [0, 1, 16383, 16384, 16385, 100_000]
BLOCK = 64


def sm3(message: bytes) -> bytes:
    digest = Hash(SM3())
    digest.update(message)
    return digest.finalize()


def hmac_sm3(key: bytes, message: bytes) -> bytes:
    padded = key.ljust(BLOCK, b"\0")
    inner = sm3(bytes(byte ^ 0x36 for byte in padded) + message)
    return sm3(bytes(byte ^ 0x5C for byte in padded) + inner)


def by_the_book(plain: bytes, context: bytes) -> bytes:
    """The recipe, read aloud with the national algorithms; nothing of ours in it."""
    info = b"mingjian/chunked-encryption@v1+AEAD_SM4_GCM+SM3\x00" + SALT + context
    first = hmac_sm3(KEY, info + b"\x01")
    derived = first + hmac_sm3(KEY, first + info + b"\x02")
    key, base_nonce, commitment = derived[:16], derived[16:28], derived[28:60]
    sealed = SALT + commitment
    for index in range(len(plain) // 16384 + 1):
        nonce = (int.from_bytes(base_nonce, "big") ^ index).to_bytes(12, "big")
        encryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
        chunk = plain[index * 16384 : (index + 1) * 16384]
        sealed += encryptor.update(chunk) + encryptor.finalize() + encryptor.tag
    return sealed


def test_sm3_is_the_standards() -> None:
    """The first example of GB/T 32905."""
    given = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm3(b"abc").hex() == given
    assert hmac_sm3(KEY, b"abc") != hmac.digest(KEY, b"abc", "sha256")


@pytest.mark.parametrize("size", SIZES)
def test_it_seals_by_the_book_and_opens_again(size: int) -> None:
    plain, sealed = plaintext(size), io.BytesIO()
    encrypt(io.BytesIO(plain), sealed, ChunkCipher(KEY, SALT, b"t/a/i", SM), observe=len)

    assert sealed.getvalue() == by_the_book(plain, b"t/a/i")
    assert SealedReader(sealed, KEY, b"t/a/i", SM).read_at(0, size) == plain


def test_sealing_keeps_both_digests() -> None:
    found = seal(io.BytesIO(b"abc"), io.BytesIO(), key=KEY, context=b"", suite=SM)

    assert found.sm3 == sm3(b"abc")
    assert len(found.sha256) == 32


def test_a_file_of_one_suite_is_foreign_to_the_other() -> None:
    sealed = io.BytesIO()
    seal(io.BytesIO(b"abc"), sealed, key=KEY, context=b"t", suite=SM)

    with pytest.raises(CiphertextForeign):
        SealedReader(sealed, KEY, b"t")


def test_any_flipped_bit_is_refused() -> None:
    sealed = io.BytesIO()
    seal(io.BytesIO(plaintext(20_000)), sealed, key=KEY, context=b"t", suite=SM)
    whole = sealed.getvalue()
    for place in range(0, len(whole), 997):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        with pytest.raises(CiphertextError):
            list(SealedReader(io.BytesIO(bytes(damaged)), KEY, b"t", SM).iterate())
