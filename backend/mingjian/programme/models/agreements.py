"""The remote agreement of a case in its versions (S10)."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase


class AgreementState(models.TextChoices):
    DRAFT = "draft", "草稿"
    ISSUED = "issued", "待签署"
    IN_FORCE = "in_force", "已生效"
    SUPERSEDED = "superseded", "已被新版替代"


class RemoteAgreement(Editable):
    """Points a–f, agreed by both sides; an issued one changes by a new version only."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "state",
        "terms",
        "content",
        "documents",
        "pdf_sha256",
        "issued_at",
        "in_force_at",
        "change_reason",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="agreements")
    number = models.PositiveIntegerField()
    state = models.CharField(
        max_length=10, choices=AgreementState.choices, default=AgreementState.DRAFT
    )
    terms = models.JSONField(default=dict)
    """``rules.agreement.Terms`` as stored: what may be captured, how long kept, by which tools."""
    content = models.JSONField(default=dict)
    """What the issued text was made of: parties, scenes, people, contingency; empty in a draft."""
    documents = models.JSONField(default=dict)
    """``zh.pdf`` and the like → id of the stored file."""
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    """Of the Chinese PDF, which is what both sides sign."""
    change_reason = models.CharField(max_length=4000, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    issued_at = models.DateTimeField(null=True, blank=True)
    in_force_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_agreement_number", fields=("case", "number")),
            models.UniqueConstraint(
                name="programme_agreement_one_in_force",
                fields=("case",),
                condition=Q(state="in_force"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
