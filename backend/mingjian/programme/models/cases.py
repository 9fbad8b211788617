"""Audit cases: one audit each, from its plan to its decision."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person, Tenant
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.programmes import AuditProgramme
from mingjian.programme.rules.case_states import CaseState


class CaseKind(models.TextChoices):
    """Which audit of the cycle (ISO/IEC 17021-1 §9.1–9.6)."""

    STAGE_1 = "stage_1", "一阶段审核"
    STAGE_2 = "stage_2", "二阶段审核"
    SURVEILLANCE = "surveillance", "监督审核"
    RECERTIFICATION = "recertification", "再认证审核"
    SPECIAL = "special", "特殊审核"
    SHORT_NOTICE = "short_notice", "提前较短时间通知的审核"
    SUPPLEMENTARY = "supplementary", "补充现场审核"
    TRANSFER = "transfer", "认证转换"


class AuditMode(models.TextChoices):
    """Audit modes; the reporting rules call them FS01, FS02 and FS03."""

    ON_SITE = "on_site", "现场 FS01"
    REMOTE = "remote", "远程 FS02"
    HYBRID = "hybrid", "混合 FS03"


class AuditCase(Editable):
    """One audit of a client. Its id is the audit's id everywhere: keys, roles, evidence."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "programme",
        "client",
        "number",
        "kind",
        "sequence",
        "schemes",
        "mode",
        "state",
        "due_from",
        "due_by",
        "starts_on",
        "ends_on",
        "objectives",
        "scope",
        "criteria",
        "coordinator",
        "version",
    )

    programme = models.ForeignKey(AuditProgramme, on_delete=models.PROTECT, related_name="cases")
    client = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=30)
    """The plan number under which the audit is reported."""
    kind = models.CharField(max_length=15, choices=CaseKind.choices)
    sequence = models.PositiveSmallIntegerField(default=1)
    """Which one of its kind in the cycle: 2 is the second surveillance."""
    schemes = models.JSONField(default=list)
    mode = models.CharField(max_length=7, choices=AuditMode.choices, default=AuditMode.ON_SITE)
    state = models.CharField(max_length=16, choices=CaseState.choices, default=CaseState.PLANNED)
    state_at = models.DateTimeField(default=clock.now)
    state_before = models.CharField(max_length=16, blank=True)
    """Where a postponed or interrupted case goes on."""
    state_reason = models.CharField(max_length=4000, blank=True)
    due_from = models.DateField(null=True, blank=True)
    due_by = models.DateField(null=True, blank=True)
    """The last day by the rules; local dates of the body."""
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    objectives = models.CharField(max_length=4000, blank=True)
    scope = models.CharField(max_length=1000, blank=True)
    criteria = models.CharField(max_length=1000, blank=True)
    coordinator = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """The client's audit coordinator (S11)."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_case_one_per_number", fields=("owner_id", "number")
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def concerns(self) -> UUID:
        return self.client_id
