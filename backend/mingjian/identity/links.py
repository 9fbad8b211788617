"""Links and their tokens: unguessable, kept only as a hash, and telling whose they are."""

import base64
import binascii
import hashlib
import secrets
from uuid import UUID

from django.conf import settings

from mingjian.identity.entry_errors import LinkUnknownError

SECRET_BYTES = 26


def new_token(owner_id: UUID) -> str:
    """A fresh token; its tenant's id comes first, so that row security can be entered."""
    raw = owner_id.bytes + secrets.token_bytes(SECRET_BYTES)
    return base64.urlsafe_b64encode(raw).decode()


def owner_of(token: str) -> UUID:
    """The tenant that issued a token of the right form; nothing is proven yet."""
    try:
        raw = base64.b64decode(token, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise LinkUnknownError from None
    if len(raw) != 16 + SECRET_BYTES:
        raise LinkUnknownError
    return UUID(bytes=raw[:16])


def hash_of(token: str) -> str:
    """Plain SHA-256 is enough for 208 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def page_url(path: str) -> str:
    """An absolute address of this installation, never taken from the request's host."""
    return f"{settings.ORIGIN.scheme}://{settings.ORIGIN.netloc}{path}"
