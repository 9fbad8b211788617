"""Deletion of an audit's evidence: what may follow what, and what is hashed."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

FLOW: dict[str, tuple[str, ...]] = {
    "review": ("confirmed", "objected", "approved", "refused", "withdrawn"),
    "objected": ("confirmed", "refused", "withdrawn"),
    "confirmed": ("approved", "refused", "withdrawn"),
    "approved": ("deleting", "refused", "withdrawn"),
    "deleting": ("waiting",),
    "waiting": ("verified", "residue"),
    "residue": ("verified", "residue"),
    "verified": ("deleted",),
    "deleted": (),
    "refused": (),
    "withdrawn": (),
}
"""From ``deleting`` on nobody turns back: the key is destroyed."""


def may_follow(state: str, to: str) -> bool:
    return to in FLOW[state]


def is_another(person: UUID | None, earlier: Iterable[UUID | None]) -> bool:
    """Whether this is a person who had no hand in it before."""
    return person is not None and person not in set(earlier)


def root_of(inventory: Mapping[str, Any]) -> str:
    """SHA-256 over the inventory's one JSON text: what the approvals are given on."""
    bare = {name: value for name, value in inventory.items() if name != "root"}
    text = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def due_on(closed_on: date, days: int) -> date:
    """The day by which the client's evidence is to be destroyed."""
    return closed_on + timedelta(days=days)
