"""An audit's key handed out: asked for by one person, approved by another, sealed to a third."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase


class ExportState(models.TextChoices):
    ASKED = "asked", "待批准"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "已驳回"
    TAKEN = "taken", "已取走"


class KeyExport(Journalled):
    """Why a key leaves the house, to whom, and on whose word."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "reason",
        "recipient",
        "recipient_name",
        "state",
        "asked_by",
        "asked_at",
        "decided_by",
        "decided_at",
        "refusal",
        "taken_at",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000)
    recipient = models.CharField(max_length=200)
    """The age public key to which the exported key is sealed: the security officer's."""
    recipient_name = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=ExportState.choices, default=ExportState.ASKED)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=1000, blank=True)
    taken_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.case} → {self.recipient_name}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
