"""What open pages hear of evidence."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from mingjian.evidence.models import KeyExport
from mingjian.evidence.queries.key_exports import key_exports
from mingjian.evidence.queries.names import TO_CASE
from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.programme.queries.cases import cases

OF_CASES = {model: path for model, path in TO_CASE.items() if model is not KeyExport}
"""A key export is told of by a topic of its own, for those who may not read evidence."""


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    mine = cases(viewer).order_by()
    for model, path in OF_CASES.items():
        rows = model._base_manager.filter(id__in=ids, **{f"{path}__in": mine})
        yield from rows.values_list("id", flat=True)


def _visible_exports(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    return key_exports(viewer).filter(id__in=ids).values_list("id", flat=True)


TOPICS = (
    Topic(
        "key_exports",
        Rule("key_exports", "R"),
        _visible_exports,
        frozenset({KeyExport._meta.label_lower}),
    ),
    Topic(
        "evidence",
        Rule("evidence", "R"),
        _visible,
        frozenset(model._meta.label_lower for model in OF_CASES),
    ),
)
