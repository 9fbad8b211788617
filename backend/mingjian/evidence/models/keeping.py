"""Whether an item may be kept beyond its audit: the auditor's word and the client's (S31)."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class KeepingSide(models.TextChoices):
    """Whose word it is; an item is kept only where both say yes."""

    AUDITOR = "auditor", "审核组：不含敏感信息"
    CLIENT = "client", "受审核方：同意留存"


class KeepingVerdict(models.TextChoices):
    YES = "yes", "可以留存"
    COVER = "cover", "遮盖后方可留存"
    """What is to be kept instead is handed over anew, with parts covered (B08)."""
    NO = "no", "不可留存"


class KeepingWord(Journalled):
    """One side's word on one item; the latest of each side counts, earlier ones stay."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "item",
        "side",
        "verdict",
        "sealed",
        "said_by",
        "said_name",
        "said_at",
    )

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="keeping_words")
    side = models.CharField(max_length=7, choices=KeepingSide.choices)
    verdict = models.CharField(max_length=5, choices=KeepingVerdict.choices)
    sealed = models.TextField()
    """``reason``: needed for anything but a yes."""
    said_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    said_name = models.CharField(max_length=200)
    said_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.side} {self.verdict}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns
