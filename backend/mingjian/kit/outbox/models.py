"""Events on their way. They hold ids only and carry no row security: see ADR 0006."""

from typing import ClassVar

from django.db import models

from mingjian.kit import clock
from mingjian.kit.ids import uuid7


class Announcement(models.Model):
    """One announced event, kept until its deliveries are long over."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    owner_id = models.UUIDField()
    name = models.CharField(max_length=100)
    fields = models.JSONField()
    announced_at = models.DateTimeField(default=clock.now)
    relayed_at = models.DateTimeField(null=True)
    """When its deliveries were enqueued; one job per handler."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=models.Q(relayed_at=None), name="outbox_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"
