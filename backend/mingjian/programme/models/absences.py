"""When people of the body are not available."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock


class AbsenceKind(models.TextChoices):
    LEAVE = "leave", "休假"
    SICK = "sick", "病假"
    TRAINING = "training", "培训"
    BUSINESS = "business", "其他公务"
    OTHER = "other", "其他"


class Absence(Editable):
    """Days, both included, in the person's own zone; either end may be half a day."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "person",
        "kind",
        "first",
        "last",
        "from_noon",
        "until_noon",
        "zone",
        "note",
        "cancelled_at",
        "version",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=AbsenceKind.choices)
    first = models.DateField()
    last = models.DateField()
    from_noon = models.BooleanField(default=False)
    """The morning of the first day is free."""
    until_noon = models.BooleanField(default=False)
    """The afternoon of the last day is free."""
    zone = models.CharField(max_length=60)
    note = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="programme_absence_days_in_order", condition=Q(last__gte=F("first"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.first} – {self.last}"
