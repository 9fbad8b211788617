"""What rows of evidence are called, to those who may not read their names: ``E-17``."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Model

from mingjian.evidence.models import (
    Bundle,
    BundledItem,
    DeletionOrder,
    DocumentCheck,
    DrawnRow,
    EvidenceItem,
    EvidenceRequest,
    ExternalRecord,
    ItemAssignment,
    ItemExamination,
    ItemOpening,
    ItemPreview,
    ItemVerification,
    KeepingWord,
    KeepWish,
    KeyExport,
    LegalHold,
    OriginalCheck,
    Parcel,
    RequestAnswer,
    RequestMessage,
    RequestReading,
    RequestRefusal,
    Sample,
    SampleDraw,
    SampleList,
    Undertaking,
    Upload,
)
from mingjian.kit.access import Viewer
from mingjian.kit.names import Reference
from mingjian.programme.queries.cases import cases

NAMED_BY: dict[type[Model], tuple[str, str]] = {
    EvidenceItem: ("E-{}", "number"),
    ItemAssignment: ("E-{}", "item__number"),
    ItemExamination: ("E-{}", "item__number"),
    ItemOpening: ("E-{}", "item__number"),
    ItemPreview: ("E-{}", "item__number"),
    ItemVerification: ("E-{}", "item__number"),
    OriginalCheck: ("E-{}", "item__number"),
    DocumentCheck: ("E-{}", "item__number"),
    EvidenceRequest: ("R-{}", "number"),
    ExternalRecord: ("E-{}", "item__number"),
    RequestAnswer: ("R-{}", "request__number"),
    RequestRefusal: ("R-{}", "request__number"),
    RequestMessage: ("R-{}", "request__number"),
    RequestReading: ("R-{}", "request__number"),
    KeepingWord: ("E-{}", "item__number"),
    Sample: ("S-{}", "number"),
    SampleList: ("S-{}", "sample__number"),
    SampleDraw: ("S-{}", "sample__number"),
    DrawnRow: ("S-{}", "draw__sample__number"),
    Bundle: ("P-{}", "number"),
    BundledItem: ("E-{}", "item__number"),
    Parcel: ("P-{}", "bundle__number"),
    KeyExport: ("{}", "case__number"),
    DeletionOrder: ("{}", "case__number"),
    LegalHold: ("{}", "case__number"),
    Undertaking: ("{}", "case__number"),
    KeepWish: ("E-{}", "item__number"),
    Upload: ("{}", "case__number"),
}
"""Model → how a row is called, and the column that says it."""

TO_CASE: dict[type[Model], str] = {
    EvidenceItem: "case",
    ItemAssignment: "item__case",
    ItemExamination: "item__case",
    ItemOpening: "item__case",
    ItemPreview: "item__case",
    ItemVerification: "item__case",
    OriginalCheck: "item__case",
    DocumentCheck: "item__case",
    EvidenceRequest: "case",
    ExternalRecord: "item__case",
    RequestAnswer: "request__case",
    RequestRefusal: "request__case",
    RequestMessage: "request__case",
    RequestReading: "request__case",
    KeepingWord: "item__case",
    Sample: "case",
    SampleList: "sample__case",
    SampleDraw: "sample__case",
    DrawnRow: "draw__sample__case",
    Bundle: "case",
    BundledItem: "item__case",
    Parcel: "bundle__case",
    KeyExport: "case",
    DeletionOrder: "case",
    LegalHold: "case",
    Undertaking: "case",
    KeepWish: "item__case",
    Upload: "case",
}
"""Model → the path to its case; live updates go by it too."""

MODELS = {model._meta.label_lower: model for model in NAMED_BY}


class EvidenceNames:
    """Implements ``kit.names.NameSource``; the client's own words are sealed and not searched."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        found: dict[Reference, str] = {}
        mine = cases(viewer).order_by()
        for kind, model in MODELS.items():
            ids = [object_id for named, object_id in references if named == kind]
            pattern, column = NAMED_BY[model]
            rows = model._base_manager.filter(id__in=ids, **{f"{TO_CASE[model]}__in": mine})
            for row_id, value in rows.values_list("id", column) if ids else ():
                found[kind, row_id] = pattern.format(value)
        return found

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        return ()
