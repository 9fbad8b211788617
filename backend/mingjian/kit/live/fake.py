"""A change feed in memory, for tests of live updates alone."""

from collections import defaultdict
from uuid import UUID

from mingjian.kit.ids import uuid7


class FakeFeed:
    """Numbers changes per tenant, as the journal does."""

    def __init__(self) -> None:
        self._changes: defaultdict[UUID, list[tuple[int, str, UUID]]] = defaultdict(list)
        self.is_broken = False
        self.failures = 0

    def commit(self, owner_id: UUID, kind: str, object_id: UUID | None = None) -> UUID:
        """One more change; returns the id of the changed object."""
        changed = object_id or uuid7()
        self._changes[owner_id].append((self.head(owner_id) + 1, kind, changed))
        return changed

    def head(self, owner_id: UUID) -> int:
        return len(self._changes[owner_id])

    def changes_since(self, owner_id: UUID, seq: int) -> list[tuple[int, str, UUID]]:
        if self.is_broken:
            self.failures += 1
            raise OSError("the feed is out of order")
        return self._changes[owner_id][seq:]
