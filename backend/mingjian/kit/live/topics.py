"""What pages may follow, and where changes come from: the two ports of live updates."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from uuid import UUID

from mingjian.kit.access import Grant, Rule, Viewer, authority
from mingjian.kit.ports import Port, Ports


class Change(NamedTuple):
    """One committed change in one tenant's journal."""

    owner_id: UUID
    seq: int
    kind: str
    """What kind of row changed, in the feed's words: a model's label."""
    object_id: UUID


class ChangeFeed(Protocol):
    """Committed changes, numbered per tenant without gaps in the order of commit."""

    def head(self, owner_id: UUID) -> int:
        """The number of the newest change; 0 where there is none yet."""
        ...

    def changes_since(self, owner_id: UUID, seq: int) -> list[tuple[int, str, UUID]]:
        """The changes after ``seq``, oldest first, as (number, kind, object id)."""
        ...


@dataclass(frozen=True, slots=True)
class Topic:
    """One name on the wire: whose changes it tells, and who may hear them."""

    name: str
    rule: Rule
    visible: Callable[[Viewer, Sequence[Grant], frozenset[UUID]], Iterable[UUID]]
    """Which of these objects the viewer may see: asked unless the role sees all of its tenant."""
    kinds: frozenset[str] = frozenset()
    """The kinds of row that belong to the topic; none named means every kind."""

    def audible(self, viewer: Viewer, changes: list[Change]) -> list[Change]:
        """Those of ``changes`` that belong to this topic and that ``viewer`` may hear of."""
        mine = [change for change in changes if not self.kinds or change.kind in self.kinds]
        grants = authority().grants(viewer, self.rule) if mine else ()
        if not grants:
            return []
        hidden = self._hidden(viewer, grants, mine)
        return [change for change in mine if change.object_id not in hidden]

    def _hidden(
        self, viewer: Viewer, grants: Sequence[Grant], changes: list[Change]
    ) -> frozenset[UUID]:
        sees_all = any(not grant.qualifier and grant.audit_id is None for grant in grants)
        doubtful = frozenset(
            change.object_id
            for change in changes
            if not (sees_all and change.owner_id == viewer.tenant_id)
        )
        return doubtful - set(self.visible(viewer, grants, doubtful)) if doubtful else doubtful


feed: Port[ChangeFeed] = Port("change feed")
topics: Ports[Topic] = Ports("topics")
