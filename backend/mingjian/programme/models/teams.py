"""Who audits: the members of a case's audit team."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase


class TeamRole(models.TextChoices):
    """Roles in a team. All but the first two count for no auditor-day (IAF MD 5)."""

    LEAD_AUDITOR = "LA", "审核组长"
    AUDITOR = "AU", "审核员"
    TECHNICAL_EXPERT = "TE", "技术专家"
    TRAINEE = "TR", "实习审核员"
    OBSERVER = "OBS", "观察员"
    INTERPRETER = "INT", "口译"


class TeamMember(Editable):
    """One person on one case; who left stays listed, with the day of leaving."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "person",
        "role",
        "schemes",
        "codes",
        "days",
        "is_remote",
        "override_reason",
        "ended_at",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="team")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=3, choices=TeamRole.choices)
    schemes = models.JSONField(default=list)
    codes = models.JSONField(default=list)
    """Technical codes that this member covers on this case."""
    days = models.DecimalField(max_digits=5, decimal_places=1, default=0)
    """Auditor-days planned for this member."""
    is_remote = models.BooleanField(default=False)
    override_reason = models.CharField(max_length=4000, blank=True)
    """Why the member was assigned in spite of the warnings shown."""
    created_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_reason = models.CharField(max_length=4000, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_member_once", fields=("case", "person"), condition=Q(ended_at=None)
            ),
            models.UniqueConstraint(
                name="programme_one_lead_auditor",
                fields=("case",),
                condition=Q(ended_at=None, role="LA"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
