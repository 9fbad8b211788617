"""The root key: the one secret outside every database. Adapters: a file, OpenBao, a KMS."""

from typing import Protocol

from mingjian.kit.keys.wrapping import Column
from mingjian.kit.ports import Port


class RootKey(Protocol):
    """Wraps tenant keys. Versions count from 1; rotation moves all rows to the newest."""

    is_exportable: bool
    """Whether it can leave its place, and so lie in a recovery copy under a code on paper."""

    def create(self) -> int:
        """Make the first version, unless there is one; returns the newest version."""

    def renew(self) -> int:
        """Add a version and return its number."""

    def retire(self, below: int) -> None:
        """Forget the versions before ``below``: nothing is wrapped by them any more."""

    def wrap(self, version: int, key: bytes, label: str) -> bytes: ...

    def unwrap(self, version: int, wrapped: Column, label: str) -> bytes: ...

    def export(self) -> bytes:
        """All versions, for the recovery copy; refused by a service that never gives its keys."""

    def restore(self, exported: bytes) -> None:
        """Put back what :meth:`export` gave; refused while there is a root key."""


root_key: Port[RootKey] = Port("root_key")
