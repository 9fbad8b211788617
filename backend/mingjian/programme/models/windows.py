"""Due windows that passed without their audit: noted once, for whatever follows from it."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase
from mingjian.programme.models.programmes import AuditProgramme


class MissedWindow(Journalled):
    """One audit of a cycle was not held by its last day."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "programme",
        "case",
        "kind",
        "sequence",
        "due_by",
        "must_suspend",
    )

    programme = models.ForeignKey(AuditProgramme, on_delete=models.PROTECT, related_name="missed")
    case = models.ForeignKey(AuditCase, null=True, on_delete=models.PROTECT, related_name="missed")
    """The case that should have been held, where there is one."""
    kind = models.CharField(max_length=15)
    sequence = models.PositiveSmallIntegerField()
    due_by = models.DateField()
    must_suspend = models.BooleanField()
    """The rules demand that the certificate is suspended and this is reported."""
    noted_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_window_missed_once",
                fields=("programme", "kind", "sequence", "due_by"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.sequence}: {self.due_by}"

    @property
    def concerns(self) -> UUID:
        return self.programme.client_id
