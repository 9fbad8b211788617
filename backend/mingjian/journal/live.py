"""What open pages hear of the journal."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from mingjian.journal.queries.entries import entries
from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic


def _written_down(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    rows = entries(viewer, grants).filter(object_id__in=ids)
    return rows.values_list("object_id", flat=True).distinct()


TOPICS = (Topic("journal", Rule("journal", "R"), _written_down),)
