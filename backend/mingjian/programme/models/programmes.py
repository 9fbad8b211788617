"""Audit programmes: the audits of one client's three-year cycle (ISO/IEC 17021-1 §9.1.3)."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person, Tenant
from mingjian.identity.models.editable import Editable


class ProgrammeState(models.TextChoices):
    DRAFT = "draft", "草稿"
    APPROVED = "approved", "已批准"
    RUNNING = "running", "执行中"
    CHANGE_PENDING = "change_pending", "变更待批"
    CLOSED = "closed", "已结束"


class Jurisdiction(models.TextChoices):
    """Whose rules the due windows and guards follow."""

    CN = "CN", "中国（CNCA）"
    IAF = "IAF", "国际（IAF）"


class AuditProgramme(Editable):
    """One certification cycle of a client in one or several schemes."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "client",
        "cycle",
        "schemes",
        "scope",
        "scope_codes",
        "jurisdiction",
        "state",
        "manager",
        "certified_on",
        "expires_on",
        "inputs",
        "version",
    )

    client = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    cycle = models.PositiveIntegerField(default=1)
    """1 for the initial certification, one more with every recertification."""
    schemes = models.JSONField(default=list)
    """Scheme codes of ``rules.schemes``, e.g. ``["QMS", "EMS"]``."""
    scope = models.CharField(max_length=1000, blank=True)
    scope_codes = models.JSONField(default=list)
    """Technical codes, e.g. ``["17.06"]`` (IAF/CNAS)."""
    jurisdiction = models.CharField(
        max_length=3, choices=Jurisdiction.choices, default=Jurisdiction.CN
    )
    state = models.CharField(
        max_length=14, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT
    )
    manager = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    certified_on = models.DateField(null=True, blank=True)
    """The day from which due windows count: of decision (IAF) or of issue (CN)."""
    expires_on = models.DateField(null=True, blank=True)
    inputs = models.JSONField(default=dict)
    """Planning inputs (S17): why remote, the client's ability, IT maturity, history, complexity."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_one_per_cycle", fields=("owner_id", "client", "cycle")
            ),
        )

    def __str__(self) -> str:
        return f"{self.client_id} {self.cycle}"

    @property
    def concerns(self) -> UUID:
        return self.client_id
