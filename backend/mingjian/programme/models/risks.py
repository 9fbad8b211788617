"""Risk matrices of audits (S05): versions, the needs they start from, threats and opportunities."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.programme.models.cases import AuditCase


class RiskState(models.TextChoices):
    DRAFT = "draft", "草稿"
    SCORED = "scored", "待批准"
    APPROVED = "approved", "已批准"
    SUPERSEDED = "superseded", "已被替代"


class TreatmentState(models.TextChoices):
    OPEN = "open", "未完成"
    DONE = "done", "已完成"


class RiskMatrix(Editable):
    """One version of a case's matrix; what was approved changes by a new version only."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "state",
        "author_id",
        "approver_id",
        "approved_at",
        "exception",
        "stamp",
        "basis",
        "is_template",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="risk_matrices")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=RiskState.choices, default=RiskState.DRAFT)
    author_id = models.UUIDField(null=True, blank=True)
    """Who handed it in; whoever that is does not approve it."""
    author_name = models.CharField(max_length=200, blank=True)
    approver_id = models.UUIDField(null=True, blank=True)
    approver_name = models.CharField(max_length=200, blank=True)
    scored_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    exception = models.CharField(max_length=4000, blank=True)
    """Why more is left than a remote audit may bear."""
    returned_reason = models.CharField(max_length=4000, blank=True)
    change_reason = models.CharField(max_length=4000, blank=True)
    """Why there is a new version."""
    stamp = models.CharField(max_length=200)
    """The rule pack under which its levels stand."""
    basis = models.JSONField(default=dict)
    """What it was approved for: mode, plan, tools, contingency; a change asks for a new version."""
    is_template = models.BooleanField(default=False)
    """Whether later audits of the programme start from it."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_risk_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class StakeholderNeed(Editable):
    """What one of the parties needs from the audit."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "matrix",
        "line",
        "stakeholder",
        "text",
        "removed_at",
        "version",
    )

    matrix = models.ForeignKey(RiskMatrix, on_delete=models.PROTECT, related_name="needs")
    line = models.UUIDField(default=uuid7)
    """The same need through all versions of the matrix."""
    stakeholder = models.CharField(max_length=20)
    """A code of ``rules.risks.STAKEHOLDERS``."""
    text = models.CharField(max_length=1000)
    place = models.PositiveIntegerField(default=0)
    """Where it stands in the list."""
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text

    @property
    def concerns(self) -> UUID:
        return self.matrix.case.client_id


class RiskRow(Editable):
    """One threat or opportunity, graded, treated, graded again."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "matrix",
        "line",
        "need_line",
        "sign",
        "factor",
        "dimension",
        "text",
        "cause",
        "likelihood",
        "impact",
        "treatment",
        "treated_by",
        "due_on",
        "residual_likelihood",
        "residual_impact",
        "state",
        "done_at",
        "outcome",
        "removed_at",
        "version",
    )

    matrix = models.ForeignKey(RiskMatrix, on_delete=models.PROTECT, related_name="rows")
    line = models.UUIDField(default=uuid7)
    """The same risk through all versions of the matrix."""
    need_line = models.UUIDField(null=True, blank=True)
    """The need that it touches, by its line."""
    sign = models.CharField(max_length=11)
    factor = models.CharField(max_length=10)
    dimension = models.CharField(max_length=13)
    text = models.CharField(max_length=1000)
    cause = models.CharField(max_length=1000, blank=True)
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    impact = models.PositiveSmallIntegerField(null=True, blank=True)
    treatment = models.CharField(max_length=1000, blank=True)
    treated_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    treated_by_name = models.CharField(max_length=200, blank=True)
    """As entered: a client's people are not readable to every reader of the matrix."""
    due_on = models.DateField(null=True, blank=True)
    residual_likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    residual_impact = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=4, choices=TreatmentState.choices, default=TreatmentState.OPEN
    )
    done_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=1000, blank=True)
    """What the treatment brought, in the words of who carried it out."""
    code = models.CharField(max_length=60, blank=True)
    """The entry of the library that it was taken from."""
    place = models.PositiveIntegerField(default=0)
    """Where it stands in the list."""
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text

    @property
    def concerns(self) -> UUID:
        return self.matrix.case.client_id
