"""Letters, under the row security of their tenant."""

from typing import ClassVar

from django.db import models

from mingjian.kit import clock
from mingjian.kit.ids import uuid7


class Letter(models.Model):
    """One letter to one reader. Once sent, what it said is erased: only the fact remains."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    owner_id = models.UUIDField()
    key = models.CharField(max_length=200)
    template = models.CharField(max_length=100)
    language = models.CharField(max_length=7)
    to = models.EmailField()
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner_id", "key"], name="mail_letter_one_per_key")
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.id}"
