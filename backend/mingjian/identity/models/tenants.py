"""Tenants of three kinds, and the engagements by which one reaches another's rows."""

from django.db import models
from django.db.models import Q

from mingjian.identity.models.validity import Validity, ValidityQuerySet
from mingjian.kit import clock
from mingjian.kit.ids import uuid7


class TenantKind(models.TextChoices):
    """What an organisation is in this installation."""

    BODY = "body", "认证机构"
    CLIENT = "client", "受审核方"
    AUTHORITY = "authority", "监管部门"


class Tenant(models.Model):
    """An organisation with people of its own; it owns its own row."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=9, choices=TenantKind.choices)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    short_name = models.CharField(max_length=60, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    """Unified social credit code (GB 32100), unique among tenants of one kind."""
    approval_number = models.CharField(max_length=60, blank=True)
    """A certification body's approval by the authority, e.g. ``CNCA-R-2003-123``."""
    address = models.CharField(max_length=200, blank=True)
    zone = models.CharField(max_length=60, default="Asia/Shanghai")
    language = models.CharField(max_length=7, default="zh-hans")
    logo_id = models.UUIDField(null=True, blank=True)
    """A file of ``kit.files``, sealed with the tenant's own key."""
    created_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="identity_tenant_one_per_credit_code",
                fields=("kind", "credit_code"),
                condition=~Q(credit_code=""),
            ),
        )

    def __str__(self) -> str:
        return self.short_name or self.name


class Engagement(Validity):
    """The owner (a body) lets the party (a client or an authority) reach what it covers."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner_id = models.UUIDField(db_index=True)
    party = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="engagements")
    covers = models.CharField(max_length=200, blank=True)
    """Opaque to this stage: ids of what the party may reach; empty covers all that names it."""
    version = models.PositiveIntegerField(default=1)

    objects = ValidityQuerySet["Engagement"].as_manager()

    class Meta(Validity.Meta):
        constraints = (
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                name="identity_engagement_one_running",
                fields=("owner_id", "party"),
                condition=Q(ended_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.owner_id} → {self.party_id}"
