"""What a leaf of the tree commits to: every column of one entry, under a secret salt.

``leaf = SHA-256(0x00 ‖ SHA-256(salt ‖ text))`` where ``salt`` is 32 hexadecimal digits and
``text`` the canonical JSON of the entry's columns. The tree holds commitments only: once
the salt is deleted nobody can tell from a leaf what it said, and the tree still verifies.
"""

from hashlib import sha256
from json.encoder import encode_basestring as quote
from typing import NamedTuple

from mingjian.journal.rules.tree import leaf_hash

SALT_BYTES = 16


class Event(NamedTuple):
    """One entry as text. The fields stand in canonical order: sorted by name."""

    action: str
    actor: str
    actor_tenant: str
    after: str
    at: str
    before: str
    cause: str
    concerns: str
    device: str
    object_id: str
    object_kind: str
    owner_id: str
    reason: str
    role: str
    seq: str


_NAMES = tuple(f'"{name}":' for name in Event._fields)


def text_of(event: Event) -> str:
    """The canonical JSON of ``event`` without its empty fields.

    Empty fields are left out so that a column added in a later version, empty in all
    older entries, leaves the older leaves valid.
    """
    members = [name + quote(value) for name, value in zip(_NAMES, event, strict=True) if value]
    return "{" + ",".join(members) + "}"


def preimage(event: Event, salt: str) -> bytes:
    """What is hashed: salt and text."""
    return (salt + text_of(event)).encode()


def commitment(event: Event, salt: str) -> bytes:
    """The leaf hash of ``event``."""
    return leaf_hash(sha256(preimage(event, salt)).digest())
