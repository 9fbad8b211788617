"""Rows that hold between two days, and may be ended early."""

from datetime import date
from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q

from mingjian.identity.rules import covers

Row = TypeVar("Row", bound=models.Model)


class ValidityQuerySet(models.QuerySet[Row]):
    """Rows with a validity."""

    def in_force(self, today: date) -> "ValidityQuerySet[Row]":
        """Rows that hold on ``today`` (a local date) and were not ended."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=today),
            valid_from__lte=today,
            ended_at__isnull=True,
        )


class Validity(models.Model):
    """First and last day, both included; ``ended_at`` ends it at once, whatever the days say."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_days_in_order",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
        )

    def is_in_force(self, today: date) -> bool:
        return self.ended_at is None and covers(self.valid_from, self.valid_to, today)
