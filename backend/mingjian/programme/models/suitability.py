"""Which scenes of which site a case looks at, and how far each may be remote (S06)."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase
from mingjian.programme.models.sites import Site
from mingjian.programme.rules.scene_suitability import Suitability


class SceneAssessment(Editable):
    """One scene of one site in one case, with the rules' verdict per scheme.

    The verdicts are kept with the stamp of the rule pack under which they were found.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "site",
        "scene",
        "name",
        "factors",
        "verdicts",
        "presentation",
        "removed_at",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="scenes")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    scene = models.CharField(max_length=60)
    """A scene code of ``rules.scenes``."""
    name = models.CharField(max_length=100, blank=True)
    """What the client calls it, where that says more: 机加工车间."""
    factors = models.JSONField(default=dict)
    """Scores of ``rules.scene_suitability.FACTORS``."""
    verdicts = models.JSONField(default=dict)
    """Scheme → ``rules.scene_suitability.Verdict`` as stored."""
    presentation = models.CharField(max_length=1000, blank=True)
    """How it is shown and from where: fixed camera, telephone, shared screen."""
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_scene_once",
                fields=("case", "site", "scene", "name"),
                condition=Q(removed_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.site_id} {self.scene}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class OverrideState(models.TextChoices):
    PROPOSED = "proposed", "待另一人确认"
    CONFIRMED = "confirmed", "已确认"
    REFUSED = "refused", "未同意"


class SuitabilityOverride(Editable):
    """Another verdict than the rules': proposed by one of programme manager and lead auditor,
    confirmed by the other."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "assessment",
        "scheme",
        "verdict",
        "reason",
        "proposed_by",
        "proposed_as",
        "state",
        "answered_by",
        "answered_as",
        "answered_at",
        "answer",
        "version",
    )

    assessment = models.ForeignKey(
        SceneAssessment, on_delete=models.PROTECT, related_name="overrides"
    )
    scheme = models.CharField(max_length=10)
    verdict = models.CharField(max_length=10, choices=Suitability.choices)
    reason = models.CharField(max_length=4000)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_as = models.CharField(max_length=3)
    """``PM`` or ``LA``; the answer comes from the other."""
    proposed_at = models.DateTimeField(default=clock.now)
    state = models.CharField(
        max_length=9, choices=OverrideState.choices, default=OverrideState.PROPOSED
    )
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_as = models.CharField(max_length=3, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=4000, blank=True)

    def __str__(self) -> str:
        return f"{self.scheme} {self.verdict}"

    @property
    def concerns(self) -> UUID:
        return self.assessment.case.client_id
