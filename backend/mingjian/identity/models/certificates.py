"""Certificates that a client held before this platform: reference facts, not decisions."""

from uuid import UUID

from django.db import models

from mingjian.identity.models.tenants import Tenant
from mingjian.journal.models import Journalled


class CertificateStatus(models.TextChoices):
    """As the certificate's register said when it was read in."""

    VALID = "valid", "有效"
    SUSPENDED = "suspended", "暂停"
    WITHDRAWN = "withdrawn", "撤销"
    CANCELLED = "cancelled", "注销"
    EXPIRED = "expired", "过期"


class CertificateOnFile(Journalled):
    """One certificate of a client, as the body's earlier records have it."""

    digest_fields = (
        "party",
        "number",
        "scheme",
        "standard",
        "issued_on",
        "expires_on",
        "status",
    )

    party = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=60)
    scheme = models.CharField(max_length=60)
    """``QMS``, ``EMS``, ``OHSMS``, …"""
    standard = models.CharField(max_length=60)
    issued_on = models.DateField()
    expires_on = models.DateField()
    status = models.CharField(max_length=9, choices=CertificateStatus.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="identity_certificate_one_per_number", fields=("owner_id", "number")
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def concerns(self) -> UUID:
        return self.party_id
