"""Tenants of three kinds, and the engagements by which one reaches another's rows."""

from uuid import UUID

from django.db import models

from mingjian.identity.models.named import Named
from mingjian.identity.models.validity import Validity, ValidityQuerySet
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class TenantKind(models.TextChoices):
    """What an organisation is in this installation."""

    BODY = "body", "认证机构"
    CLIENT = "client", "受审核方"
    AUTHORITY = "authority", "监管部门"


class Tenant(Named):
    """An organisation with people of its own; it owns its own row, so ``owner_id`` is ``id``."""

    digest_fields = (
        "kind",
        "name",
        "name_en",
        "short_name",
        "credit_code",
        "approval_number",
        "address",
        "zone",
        "language",
        "logo_id",
        "version",
    )

    kind = models.CharField(max_length=9, choices=TenantKind.choices)
    name_en = models.CharField(max_length=200, blank=True)
    short_name = models.CharField(max_length=60, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    """Unified social credit code (GB 32100), unique among the organisations of one body."""
    approval_number = models.CharField(max_length=60, blank=True)
    """A certification body's approval by the authority, e.g. ``CNCA-R-2003-123``."""
    address = models.CharField(max_length=200, blank=True)
    zone = models.CharField(max_length=60, default="Asia/Shanghai")
    language = models.CharField(max_length=7, default="zh-hans")
    logo_id = models.UUIDField(null=True, blank=True)
    """A file of ``kit.files``, sealed with the tenant's own key."""
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.short_name or self.name

    def name_in(self, language: str) -> str:
        """The name for readers of that language; in Chinese where there is no English one."""
        return self.name_en if language == "en" and self.name_en else self.name


class Engagement(Validity, Journalled):
    """The owner (a body) lets the party (a client or an authority) reach what it covers."""

    digest_fields = ("party", "covers", "valid_from", "valid_to", "ended_at")

    party = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="engagements")
    covers = models.CharField(max_length=200, blank=True)
    """Opaque to this stage: ids of what the party may reach; empty covers all that names it."""

    objects = ValidityQuerySet["Engagement"].as_manager()

    class Meta(Validity.Meta):
        constraints = (
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                name="identity_engagement_one_per_party", fields=("owner_id", "party")
            ),
        )

    def __str__(self) -> str:
        return f"{self.owner_id} → {self.party_id}"

    @property
    def concerns(self) -> UUID:
        return self.party_id
