"""What was shown, handed over or captured in an audit, and what became of it."""

from mingjian.evidence.models.confidentiality import Side, Undertaking
from mingjian.evidence.models.custody import ItemOpening, ItemVerification, OriginalCheck
from mingjian.evidence.models.deletion import (
    ENDED,
    DeletionOrder,
    KeepWish,
    LegalHold,
    OrderState,
)
from mingjian.evidence.models.document_checks import CheckVerdict, DocumentCheck
from mingjian.evidence.models.external_records import ExternalKind, ExternalRecord, ReadState
from mingjian.evidence.models.intake import ItemExamination
from mingjian.evidence.models.items import (
    EvidenceItem,
    EvidenceKind,
    ItemAssignment,
    ItemState,
    Origin,
    Retention,
)
from mingjian.evidence.models.keeping import KeepingSide, KeepingVerdict, KeepingWord
from mingjian.evidence.models.key_exports import ExportState, KeyExport
from mingjian.evidence.models.key_holders import HolderState, KeyHolder
from mingjian.evidence.models.parcels import Bundle, BundledItem, Parcel, Recipient
from mingjian.evidence.models.previews import ItemPreview
from mingjian.evidence.models.profiles import SealingProfile
from mingjian.evidence.models.requests import (
    EvidenceRequest,
    RefusalGround,
    RequestAnswer,
    RequestMessage,
    RequestPhase,
    RequestReading,
    RequestRefusal,
    RequestState,
    Ruling,
)
from mingjian.evidence.models.samples import (
    DrawnRow,
    DrawState,
    ListState,
    Sample,
    SampleDraw,
    SampleList,
)
from mingjian.evidence.models.uploads import Upload

__all__ = [
    "ENDED",
    "Bundle",
    "BundledItem",
    "CheckVerdict",
    "DeletionOrder",
    "DocumentCheck",
    "DrawState",
    "DrawnRow",
    "EvidenceItem",
    "EvidenceKind",
    "EvidenceRequest",
    "ExportState",
    "ExternalKind",
    "ExternalRecord",
    "HolderState",
    "ItemAssignment",
    "ItemExamination",
    "ItemOpening",
    "ItemPreview",
    "ItemState",
    "ItemVerification",
    "KeepWish",
    "KeepingSide",
    "KeepingVerdict",
    "KeepingWord",
    "KeyExport",
    "KeyHolder",
    "LegalHold",
    "ListState",
    "OrderState",
    "Origin",
    "OriginalCheck",
    "Parcel",
    "ReadState",
    "Recipient",
    "RefusalGround",
    "RequestAnswer",
    "RequestMessage",
    "RequestPhase",
    "RequestReading",
    "RequestRefusal",
    "RequestState",
    "Retention",
    "Ruling",
    "Sample",
    "SampleDraw",
    "SampleList",
    "SealingProfile",
    "Side",
    "Undertaking",
    "Upload",
]
