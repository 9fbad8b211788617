"""Confidentiality both ways (S13): each person of both sides takes on a worded undertaking."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase


class Side(models.TextChoices):
    BODY = "body", "认证机构"
    CLIENT = "client", "受审核方"


class Undertaking(Journalled):
    """One person's word in one audit, with the text that was shown."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "side",
        "person",
        "person_name",
        "stamp",
        "text",
        "given_at",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=Side.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    stamp = models.CharField(max_length=150)
    """Of the rule pack that holds the wording."""
    text = models.TextField()
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="evidence_undertaking_once", fields=("case", "person", "stamp")
            ),
        )

    def __str__(self) -> str:
        return f"{self.case}: {self.person_name}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
