"""The base of every row whose changes the journal records."""

from hashlib import sha256
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from mingjian.journal.rules.canonical import canonical_json, plain
from mingjian.kit.ids import uuid7


class Journalled(models.Model):
    """A row whose every change is recorded, and which ``verify`` holds against the journal."""

    digest_fields: ClassVar[tuple[str, ...]]
    """What the digest covers, besides id and owner: whatever counts as evidence."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner_id = models.UUIDField(db_index=True, editable=False)

    class Meta:
        abstract = True

    @property
    def concerns(self) -> UUID | None:
        """The client or authority that this row is about, and who may read its entries."""
        return None

    def digest(self) -> bytes:
        """SHA-256 over the canonical JSON of the model's label and the covered fields."""
        fields = {name: self._plain(name) for name in ("id", "owner_id", *self.digest_fields)}
        text = canonical_json({"model": self._meta.label_lower, "fields": fields})
        return sha256(text.encode()).digest()

    def _plain(self, name: str) -> Any:
        """The field as the database will give it back, whatever type it was set with."""
        field = self._meta.get_field(name)
        assert isinstance(field, models.Field), f"{name} is no column"  # noqa: S101
        return plain(field.to_python(getattr(self, field.attname)))
