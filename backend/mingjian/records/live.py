"""What open pages hear of records."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.programme.queries.cases import cases
from mingjian.records.models import RecordEntry


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    mine = RecordEntry.objects.filter(id__in=ids, case__in=cases(viewer).order_by())
    return mine.values_list("id", flat=True)


TOPICS = (Topic("records", Rule("records", "R"), _visible, frozenset({"records.recordentry"})),)
