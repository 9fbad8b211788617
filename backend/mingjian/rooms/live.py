"""What open pages hear of live sessions."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.rooms.queries.names import MODELS, TO_SESSION
from mingjian.rooms.queries.sessions import sessions


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    mine = sessions(viewer).order_by().values("id")
    for model, (path, _) in TO_SESSION.items():
        rows = model._base_manager.filter(id__in=ids).filter(**{f"{path}__in": mine})
        yield from rows.values_list("id", flat=True)


TOPICS = (Topic("sessions", Rule("sessions", "R"), _visible, frozenset(MODELS)),)
