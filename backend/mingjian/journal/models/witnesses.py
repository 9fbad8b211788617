"""What vouches for the tree: signed roots, and what verifications found."""

from typing import ClassVar

from django.db import models

from mingjian.journal.models.journalled import Journalled


class Checkpoint(models.Model):
    """A root that was signed; the note also stands in a file outside the database."""

    pk = models.CompositePrimaryKey("owner_id", "size")
    owner_id = models.UUIDField()
    size = models.BigIntegerField()
    at = models.DateTimeField()
    """When the newest entry that it covers was written."""
    root = models.CharField(max_length=64)
    note = models.TextField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-size",)

    def __str__(self) -> str:
        return self.note


class Verification(Journalled):
    """One examination of a journal and of the rows it speaks of; journalled when finished."""

    digest_fields = ("started_at", "finished_at", "size", "found", "findings")

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    size = models.BigIntegerField()
    """Entries to examine: the journal's size when it started."""
    examined = models.BigIntegerField(default=0)
    """Progress while it runs."""
    found = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    """The first findings, named; ``found`` counts them all."""

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-started_at",)

    def __str__(self) -> str:
        return f"{self.found} of {self.size}"
