"""Who holds the offline copies of the keys: named by one person, approved by another."""

from typing import ClassVar

from django.db import models

from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class HolderState(models.TextChoices):
    ASKED = "asked", "待批准"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "已驳回"


class KeyHolder(Journalled):
    """A security officer whose private key lies offline; the latest approved one holds them."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "recipient",
        "state",
        "asked_by",
        "asked_at",
        "decided_by",
        "decided_at",
        "refusal",
    )

    name = models.CharField(max_length=200)
    recipient = models.CharField(max_length=200)
    """Their age public key."""
    state = models.CharField(max_length=8, choices=HolderState.choices, default=HolderState.ASKED)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=1000, blank=True)

    def __str__(self) -> str:
        return self.name
