"""What people of the body are qualified for: scheme, role and technical codes, with a validity."""

from typing import ClassVar

from django.db import models

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.identity.models.validity import Validity, ValidityQuerySet
from mingjian.kit import clock


class QualifiedAs(models.TextChoices):
    """For which work in a scheme somebody is qualified (ISO/IEC 17021-1 §7.1, §7.2)."""

    LEAD_AUDITOR = "LA", "审核组长"
    AUDITOR = "AU", "审核员"
    TECHNICAL_EXPERT = "TE", "技术专家"
    TRAINEE = "TR", "实习审核员"
    REVIEWER = "REV", "申请评审人员"
    DECISION_MAKER = "DM", "认证决定人员"


class Qualification(Validity, Editable):
    """One person's qualification in one scheme and role, granted by somebody else."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "person",
        "scheme",
        "role",
        "codes",
        "valid_from",
        "valid_to",
        "evidence",
        "granted_by",
        "ended_at",
        "version",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField(max_length=10)
    role = models.CharField(max_length=3, choices=QualifiedAs.choices)
    codes = models.JSONField(default=list)
    """Technical codes, e.g. ``["17.06", "18"]``; a parent covers its children."""
    evidence = models.CharField(max_length=1000)
    """On what the grant rests: certificates, years of work, witnessed audits."""
    granted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    ended_reason = models.CharField(max_length=4000, blank=True)

    objects = ValidityQuerySet["Qualification"].as_manager()

    class Meta(Validity.Meta):
        constraints = (
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                name="programme_qualification_one_running",
                fields=("person", "scheme", "role"),
                condition=models.Q(ended_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.scheme} {self.role}"
