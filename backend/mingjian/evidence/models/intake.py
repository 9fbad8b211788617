"""What was found when an item was looked into, and what may be shown of it without opening it."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class ItemExamination(Journalled):
    """The verdict on an item's content: held, with warnings, or refused with one code."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "item",
        "code",
        "warnings",
        "media_type",
        "details",
        "sealed",
        "scanner",
        "examined_at",
    )

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="examinations")
    code = models.CharField(max_length=40)
    """``held``, or why it was refused (``rules.intake``)."""
    warnings = models.JSONField(default=list)
    media_type = models.CharField(max_length=100)
    """By the content, whatever the name says."""
    details = models.JSONField(default=dict)
    """Numbers only; the file's own words are in ``sealed``."""
    sealed = models.TextField(blank=True)
    scanner = models.CharField(max_length=100, blank=True)
    """The virus scanner that looked at it; empty where none is set."""
    examined_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.code}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns
