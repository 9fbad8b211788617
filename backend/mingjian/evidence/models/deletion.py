"""The end of an audit: what the client lets the body keep, holds, and the order itself."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.evidence.models.items import EvidenceItem
from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase


class KeepWish(Journalled):
    """The client's written word that the body keeps one item longer (S14)."""

    digest_fields: ClassVar[tuple[str, ...]] = ("item", "until", "agreed_by", "agreed_at")

    item = models.OneToOneField(EvidenceItem, on_delete=models.PROTECT, related_name="keep_wish")
    until = models.DateField()
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item} → {self.until}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns


class LegalHold(Journalled):
    """Nothing of the audit is destroyed while it stands: a dispute, an investigation."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "reason",
        "set_by",
        "set_at",
        "lifted_by",
        "lifted_at",
        "lift_reason",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=clock.now)
    lifted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lift_reason = models.CharField(max_length=1000, blank=True)

    def __str__(self) -> str:
        return f"{self.case}: {self.reason}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class OrderState(models.TextChoices):
    REVIEW = "review", "待客户确认"
    OBJECTED = "objected", "客户有异议"
    CONFIRMED = "confirmed", "待质量负责人批准"
    APPROVED = "approved", "待管理员二次批准"
    DELETING = "deleting", "正在销毁"
    WAITING = "waiting", "已销毁，等待备份到期"
    RESIDUE = "residue", "核验发现残留"
    VERIFIED = "verified", "已核验，正在出具证明"
    DELETED = "deleted", "已销毁并出具证明"
    REFUSED = "refused", "已驳回"
    WITHDRAWN = "withdrawn", "已撤回"


ENDED = frozenset({OrderState.DELETED, OrderState.REFUSED, OrderState.WITHDRAWN})


class DeletionOrder(Journalled):
    """One audit's evidence is to be destroyed: who wanted it, who agreed, what was found after."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "state",
        "reason",
        "ordered_by",
        "ordered_at",
        "review_until",
        "inventory_sha256",
        "reviewed_by",
        "reviewed_name",
        "reviewed_at",
        "objection",
        "approved_by",
        "approved_at",
        "released_by",
        "released_at",
        "refusal",
        "key_destroyed_at",
        "horizon_at",
        "verified_at",
        "scan",
        "certificate_sha256",
        "certified_at",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=OrderState.choices, default=OrderState.REVIEW)
    reason = models.CharField(max_length=1000)
    ordered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField(default=clock.now)
    review_until = models.DateField()
    """After this day the client's silence counts as its consent to the deletion."""
    inventory = models.JSONField(default=dict)
    """Everything that goes and everything that stays (``queries.inventories``); ids and hashes."""
    inventory_sha256 = models.CharField(max_length=64)
    reviewed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_name = models.CharField(max_length=200, blank=True)
    """Kept here too: a process of the body does not see the client's people."""
    reviewed_at = models.DateTimeField(null=True)
    objection = models.CharField(max_length=1000, blank=True)
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=1000, blank=True)
    """Why it was refused or withdrawn."""
    key_destroyed_at = models.DateTimeField(null=True)
    horizon_at = models.DateTimeField(null=True)
    """When the last backup of the keys database that held the key has expired."""
    verified_at = models.DateTimeField(null=True)
    scan = models.JSONField(default=dict)
    """What the verification tried and found (``queries.deletion_scans``)."""
    certificate = models.TextField(blank=True)
    """The certificate as JSON, word for word as the client got it."""
    certificate_sha256 = models.CharField(max_length=64, blank=True)
    pdf_id = models.UUIDField(null=True)
    """The certificate as PDF/A, among the body's own documents (``kit.files``)."""
    certified_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="evidence_one_open_deletion",
                fields=("case",),
                condition=~Q(state__in=["deleted", "refused", "withdrawn"]),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case}: {self.state}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
