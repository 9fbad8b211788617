"""Small secrets under a key: wrapped keys, derived keys, sealed text.

One cipher for all of them, AES-256-GCM-SIV (RFC 8452): unlike plain GCM it survives a
repeated nonce, which over the years of one tenant key nobody can rule out.
"""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from mingjian.kit.keys.errors import SealedTextRefused, WrappedKeyRefused

KEY = 32
NONCE = 12
Column = bytes | memoryview
"""What a binary column gives: PostgreSQL's driver returns a view."""


def fresh_key() -> bytes:
    """A new random key."""
    return secrets.token_bytes(KEY)


def wrap(parent: bytes, key: bytes, label: str) -> bytes:
    """``key`` under ``parent``, bound to the row that ``label`` names."""
    return _seal(parent, key, f"mingjian/key/v1/{label}")


def unwrap(parent: bytes, wrapped: Column, label: str) -> bytes:
    try:
        return _open(parent, wrapped, f"mingjian/key/v1/{label}")
    except InvalidTag:
        raise WrappedKeyRefused from None


def derive(key: bytes, purpose: str, object_id: UUID) -> bytes:
    """The key for one object and purpose; equal input, equal key, so it is never stored."""
    label = b"mingjian/derive/v1/" + purpose.encode() + b"\0" + object_id.bytes
    return HKDFExpand(SHA256(), KEY, label).derive(key)


def seal_text(secret: bytes, plaintext: str, context: str) -> bytes:
    """A column's text under ``secret``, bound to ``context`` (table, row, column)."""
    return _seal(secret, plaintext.encode(), f"mingjian/text/v1/{context}")


def open_text(secret: bytes, sealed: Column, context: str) -> str:
    try:
        return _open(secret, sealed, f"mingjian/text/v1/{context}").decode()
    except InvalidTag:
        raise SealedTextRefused from None


def _seal(key: bytes, plain: bytes, label: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCMSIV(key).encrypt(nonce, plain, label.encode())


def _open(key: bytes, sealed: Column, label: str) -> bytes:
    if len(sealed) < NONCE:
        raise InvalidTag
    return AESGCMSIV(key).decrypt(bytes(sealed[:NONCE]), bytes(sealed[NONCE:]), label.encode())
