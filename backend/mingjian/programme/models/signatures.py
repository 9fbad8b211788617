"""Signatures: who agreed to exactly what, when, and by which hand."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person, Tenant
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class SignatureMethod(models.TextChoices):
    TYPED = "typed", "键入姓名"
    DRAWN = "drawn", "手写"
    SEALED = "sealed", "可靠电子签章"


class SignatureSide(models.TextChoices):
    """For whom the person signs."""

    BODY = "body", "认证机构"
    CLIENT = "client", "受审核方"


class Signature(Journalled):
    """Given once and never changed; its journal entry is what proves it."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "client",
        "subject_kind",
        "subject_id",
        "purpose",
        "side",
        "content_sha256",
        "name",
        "person",
        "role",
        "method",
        "strokes",
        "seal",
        "given_at",
    )

    client = models.ForeignKey(Tenant, null=True, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    """The row that was signed, e.g. a contract; not a foreign key, for it may be of any model."""
    purpose = models.CharField(max_length=60)
    """What the signature means: ``contract``, ``remote_agreement``, …"""
    side = models.CharField(max_length=6, choices=SignatureSide.choices)
    content_sha256 = models.CharField(max_length=64)
    """Of the document, as the signer saw it."""
    name = models.CharField(max_length=200)
    """As the signer gave it."""
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Nobody where an applicant signs who has no account yet."""
    role = models.CharField(max_length=3)
    method = models.CharField(max_length=6, choices=SignatureMethod.choices)
    strokes = models.TextField(blank=True)
    """SVG path data of ``rules.strokes``, where it was drawn."""
    seal = models.JSONField(default=dict)
    """``seals.Seal`` of the trust service, where it was sealed by one."""
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_signature_once_per_side",
                fields=("subject_id", "purpose", "side", "content_sha256"),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def concerns(self) -> UUID | None:
        return self.client_id
