"""A tenant's own documents: logo, templates. Evidence lives elsewhere, under audit keys."""

from django.db import models

from mingjian.kit.clock import now
from mingjian.kit.ids import uuid7


class StoredFile(models.Model):
    """What is known of a document; content and name are sealed with the tenant's key.

    A row is written once and never changed: a new logo is a new file.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    owner_id = models.UUIDField(db_index=True)
    name = models.BinaryField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.media_type} {self.id}"

    @property
    def path(self) -> str:
        """Where the sealed content lies, and the record that it is bound to."""
        return f"{self.owner_id}/-/{self.id}"
