"""Who may work with which hardware and software in a remote audit, confirmed by whom (S44)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock


class IctArea(models.TextChoices):
    HARDWARE = "hardware", "硬件"
    SOFTWARE = "software", "软件"


class IctState(models.TextChoices):
    DECLARED = "declared", "已自评"
    CHECKED = "checked", "已实操验证"
    CONFIRMED = "confirmed", "已确认"
    WITHDRAWN = "withdrawn", "已撤回"


class IctConfirmation(Editable):
    """One round for one person and area: own declaration, practical check, confirmation."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "person",
        "area",
        "state",
        "declared",
        "declared_note",
        "shown",
        "checked_by",
        "checked_on",
        "check_note",
        "confirmed_by",
        "confirmed_on",
        "valid_until",
        "version",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=8, choices=IctArea.choices)
    state = models.CharField(max_length=9, choices=IctState.choices, default=IctState.DECLARED)
    declared = models.JSONField(default=list)
    """Item codes of the rule pack that the person says they master."""
    declared_note = models.CharField(max_length=4000, blank=True)
    declared_at = models.DateTimeField(default=clock.now)
    shown = models.JSONField(default=list)
    """Item codes that were shown in the practical check."""
    checked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    check_note = models.CharField(max_length=4000, blank=True)
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    """The last day on which it holds; a local date of the body."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_ict_one_open",
                fields=("person", "area"),
                condition=Q(state__in=("declared", "checked")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.area}"
