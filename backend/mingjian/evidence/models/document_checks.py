"""Whether the document handed over is the one that was seen in use (S35)."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class CheckVerdict(models.TextChoices):
    SAME = "same", "一致"
    DIFFERS = "differs", "不一致"
    CANNOT_TELL = "cannot_tell", "无法判断"


class DocumentCheck(Journalled):
    """One comparison: the machine proposes a verdict, an auditor gives it."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "item",
        "shown_item",
        "shown_sha256",
        "shown_at",
        "sealed",
        "proposed",
        "basis",
        "verdict",
        "checked_by",
        "checked_at",
    )

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="checks")
    shown_item = models.ForeignKey(
        EvidenceItem, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The capture, photograph or file in which the document in use is seen."""
    shown_sha256 = models.CharField(max_length=64, blank=True)
    """Of the file in use, where it could be had on the spot."""
    shown_at = models.DateTimeField(null=True)
    sealed = models.TextField()
    """``shown_version``, ``given_version`` and the auditor's ``words``."""
    proposed = models.CharField(max_length=11, choices=CheckVerdict.choices)
    basis = models.CharField(max_length=20)
    """What the proposal rests on: a code of ``rules.document_checks``."""
    verdict = models.CharField(max_length=11, choices=CheckVerdict.choices)
    checked_by = models.CharField(max_length=200)
    checked_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.verdict}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns
