"""May this audit be remote: the eight conditions, what was decided, and what if it fails."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase, AuditMode


class FeasibilityReview(Editable):
    """The gate object of one case: eight conditions, each yes or no with a note (S09)."""

    digest_fields: ClassVar[tuple[str, ...]] = ("case", "conditions", "version")

    case = models.OneToOneField(AuditCase, on_delete=models.PROTECT, related_name="feasibility")
    conditions = models.JSONField(default=dict)
    """Code of the rule pack → ``{"holds": true, "note": "…"}``."""

    def __str__(self) -> str:
        return str(self.case_id)

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class FeasibilityDecision(Journalled):
    """What a person decided, beside what the machine had proposed; the latest one counts."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "proposed",
        "grounds",
        "stamps",
        "mode",
        "reason",
        "decided_by",
        "decided_at",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    proposed = models.CharField(max_length=8)
    """``feasible``, ``partial``, ``not`` or ``open``."""
    grounds = models.JSONField(default=list)
    """Effect, source and words of every ground, as they were then."""
    stamps = models.JSONField(default=list)
    """Rule packs under which the proposal was made."""
    mode = models.CharField(max_length=7, choices=AuditMode.choices)
    reason = models.CharField(max_length=4000, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_decision_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class ContingencyPlan(Editable):
    """What happens when the line fails: whom to call, which way down, which days instead (S16)."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "body_contacts",
        "client_contacts",
        "ladder",
        "decides",
        "reserve_dates",
        "note",
        "version",
    )

    case = models.OneToOneField(AuditCase, on_delete=models.PROTECT, related_name="contingency")
    body_contacts = models.JSONField(default=list)
    """``{"name": …, "role": …, "phone": …}`` each, the first to be called first."""
    client_contacts = models.JSONField(default=list)
    """The coordinator, then the deputy."""
    ladder = models.JSONField(default=list)
    """``{"from": "video", "to": "phone_photos", "after_minutes": 5}`` each, in order."""
    decides = models.CharField(max_length=200, blank=True)
    """Who says that the method changes or the audit is interrupted."""
    reserve_dates = models.JSONField(default=list)
    note = models.CharField(max_length=4000, blank=True)

    def __str__(self) -> str:
        return str(self.case_id)

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
