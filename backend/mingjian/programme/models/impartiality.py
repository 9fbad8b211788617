"""Impartiality: what ties people to clients, and what they declared (ISO/IEC 17021-1 §5.2)."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from mingjian.identity.models import Person, Tenant
from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase


class InterestKind(models.TextChoices):
    """What may tie a person to a client."""

    EMPLOYMENT = "employment", "任职"
    CONSULTANCY = "consultancy", "咨询"
    INTERNAL_AUDIT = "internal_audit", "内部审核"
    TRAINING = "training", "内训授课"
    FAMILY = "family", "亲属关系"
    SHARES = "shares", "持股或投资"
    COMPETITOR = "competitor", "竞争关系"
    OTHER = "other", "其他"


class InterestDecision(models.TextChoices):
    """What the committee decided about a threat; undecided ones follow the rules alone."""

    OPEN = "open", "待决定"
    ACCEPTED = "accepted", "不构成威胁"
    SAFEGUARDED = "safeguarded", "采取措施后可参加"
    EXCLUDED = "excluded", "回避"


class Interest(Editable):
    """One tie between a person and a client, with its treatment and the committee's decision."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "person",
        "client",
        "kind",
        "since",
        "until",
        "details",
        "treatment",
        "decision",
        "decided_by",
        "decided_at",
        "decision_reason",
        "version",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=InterestKind.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    """The last day of it; empty while it lasts."""
    details = models.CharField(max_length=1000, blank=True)
    treatment = models.CharField(max_length=1000, blank=True)
    """What reduces the threat to an acceptable level."""
    decision = models.CharField(
        max_length=11, choices=InterestDecision.choices, default=InterestDecision.OPEN
    )
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=4000, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="programme_interest_days_in_order",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class Declaration(Journalled):
    """A signed statement of impartiality and confidentiality: for a year, or for one case."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "person",
        "case",
        "year",
        "statement",
        "has_interests",
        "signed_name",
        "signed_at",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(AuditCase, null=True, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    """The calendar year of the body in which it was signed."""
    statement = models.CharField(max_length=2000)
    """The words that were signed, in the signer's language."""
    has_interests = models.BooleanField(default=False)
    signed_name = models.CharField(max_length=200)
    signed_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_declaration_one_per_case",
                fields=("person", "case"),
                condition=Q(case__isnull=False),
            ),
            models.UniqueConstraint(
                name="programme_declaration_one_per_year",
                fields=("person", "year"),
                condition=Q(case=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.signed_name} {self.year}"

    @property
    def concerns(self) -> UUID | None:
        return self.case.client_id if self.case else None
