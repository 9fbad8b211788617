"""What open pages hear of evidence."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Model

from mingjian.evidence.models import (
    DocumentCheck,
    EvidenceItem,
    EvidenceRequest,
    ExternalRecord,
    ItemAssignment,
    ItemExamination,
    ItemOpening,
    ItemVerification,
    KeyExport,
    OriginalCheck,
    RequestAnswer,
    RequestMessage,
    RequestReading,
    RequestRefusal,
    Upload,
)
from mingjian.evidence.queries.key_exports import key_exports
from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.programme.queries.cases import cases

OF_CASES: dict[type[Model], str] = {
    EvidenceItem: "case__in",
    ItemAssignment: "item__case__in",
    ItemExamination: "item__case__in",
    ItemOpening: "item__case__in",
    ItemVerification: "item__case__in",
    OriginalCheck: "item__case__in",
    DocumentCheck: "item__case__in",
    EvidenceRequest: "case__in",
    ExternalRecord: "item__case__in",
    RequestAnswer: "request__case__in",
    RequestRefusal: "request__case__in",
    RequestMessage: "request__case__in",
    RequestReading: "request__case__in",
    Upload: "case__in",
}
"""Model → the path to its case."""


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    mine = cases(viewer).order_by()
    for model, path in OF_CASES.items():
        rows = model._base_manager.filter(id__in=ids, **{path: mine})
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
