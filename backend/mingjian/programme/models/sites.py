"""Where a client works: its sites, and who works there when."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Tenant
from mingjian.identity.models.named import Named


class SiteKind(models.TextChoices):
    """IAF MD 1 and MD 4: a virtual site is where people in different places work on-line."""

    PHYSICAL = "physical", "固定场所"
    VIRTUAL = "virtual", "虚拟场所"
    TEMPORARY = "temporary", "临时场所"


class Site(Named):
    """One site of a client, as the body knows it; the body owns the row."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "client",
        "name",
        "kind",
        "address",
        "zone",
        "latitude",
        "longitude",
        "processes",
        "is_central",
        "headcount",
        "special_security",
        "is_active",
        "version",
    )

    client = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=SiteKind.choices, default=SiteKind.PHYSICAL)
    address = models.CharField(max_length=200, blank=True)
    zone = models.CharField(max_length=60, default="Asia/Shanghai")
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    processes = models.CharField(max_length=1000, blank=True)
    """What is done there, in the client's words."""
    is_central = models.BooleanField(default=False)
    """The central function of IAF MD 1, which is audited every time."""
    headcount = models.JSONField(default=dict)
    """``rules.headcount.Headcount``: full time, part time, contractors, repetitive, by shift."""
    special_security = models.CharField(max_length=1000, blank=True)
    """Areas and documents with special information security, in the client's words."""
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_site_one_per_name", fields=("owner_id", "client", "name")
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def concerns(self) -> UUID:
        return self.client_id
