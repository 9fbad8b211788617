"""What was done with an item without changing it: each a row and a journal entry of its own.

Entries about the item itself hold its digest; an entry written because somebody looked must
not vouch for a row that was altered behind the journal's back.
"""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class ItemOpening(Journalled):
    """Somebody looked at an item."""

    digest_fields: ClassVar[tuple[str, ...]] = ("item", "person", "opened_at")

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="openings")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item} {self.opened_at:%F}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns


class ItemVerification(Journalled):
    """Somebody had an item compared with what was sealed."""

    digest_fields: ClassVar[tuple[str, ...]] = ("item", "code", "sha256", "verified_at")

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="verifications")
    code = models.CharField(max_length=40)
    """``intact``, ``destroyed``, or what is wrong."""
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the content as it was read."""
    verified_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.code}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns


class OriginalCheck(Journalled):
    """Somebody compared what was kept on the device with the original that a redaction names."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "item",
        "sha256",
        "matches",
        "checked_by",
        "checked_at",
    )

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="original_checks")
    sha256 = models.CharField(max_length=64)
    """Of the file that was presented as the original; the file itself was never sent."""
    matches = models.BooleanField()
    checked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.matches}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns
