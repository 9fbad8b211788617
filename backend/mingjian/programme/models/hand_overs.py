"""Work that went from one person to others in one step."""

from typing import ClassVar

from django.db import models

from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class HandOver(Journalled):
    """What a leaver or an absent person gave away, to whom and why."""

    digest_fields: ClassVar[tuple[str, ...]] = ("giver", "pieces", "reason", "made_at")

    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    pieces = models.JSONField(default=list)
    """``{"kind": …, "id": …, "title": …, "to": person id, "name": …}`` each."""
    reason = models.CharField(max_length=4000)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.giver_id}: {len(self.pieces)}"
