"""What was shown, handed over or captured in an audit, and what became of it."""

from mingjian.evidence.models.custody import ItemOpening, ItemVerification
from mingjian.evidence.models.intake import ItemExamination
from mingjian.evidence.models.items import (
    EvidenceItem,
    EvidenceKind,
    ItemAssignment,
    ItemState,
    Origin,
    Retention,
)
from mingjian.evidence.models.key_exports import ExportState, KeyExport
from mingjian.evidence.models.profiles import SealingProfile

__all__ = [
    "EvidenceItem",
    "EvidenceKind",
    "ExportState",
    "ItemAssignment",
    "ItemExamination",
    "ItemOpening",
    "ItemState",
    "ItemVerification",
    "KeyExport",
    "Origin",
    "Retention",
    "SealingProfile",
]
