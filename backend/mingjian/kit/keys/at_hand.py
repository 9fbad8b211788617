"""Keys that were unwrapped for the answer that is being made, and are forgotten with it.

A page of an audit shows a hundred sealed texts under one key; without this each of them reads
the row of the key and the root key again. Nothing outlives the answer, so a destroyed key
lives on nowhere (ADR 0003).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

Owner = tuple[UUID, UUID]
"""The tenant, and the audit (or the tenant itself) whose content the key seals."""

_keys: ContextVar[dict[Owner, bytes] | None] = ContextVar("keys at hand", default=None)


@contextmanager
def keys_at_hand() -> Iterator[None]:
    """Let the block unwrap each content key once."""
    outer = _keys.set({})
    try:
        yield
    finally:
        _keys.reset(outer)


def key_at_hand(owner: Owner) -> bytes | None:
    """The key, if this answer needed it before."""
    return (_keys.get() or {}).get(owner)


def keep_at_hand(owner: Owner, key: bytes) -> None:
    """For the rest of this answer; outside of one nothing is kept."""
    kept = _keys.get()
    if kept is not None:
        kept[owner] = key


def forget(owner: Owner) -> None:
    """The key was destroyed."""
    (_keys.get() or {}).pop(owner, None)
