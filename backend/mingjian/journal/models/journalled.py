"""The base of every row whose changes the journal records."""

from functools import cache
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
        fields = {
            # to_python: as the database will give it back, whatever type it was set with
            name: plain(field.to_python(getattr(self, field.attname)))
            for name, field in _covered(type(self))
        }
        text = canonical_json({"model": self._meta.label_lower, "fields": fields})
        return sha256(text.encode()).digest()


@cache
def _covered(model: type[Journalled]) -> list[tuple[str, "models.Field[Any, Any]"]]:
    names = ("id", "owner_id", *model.digest_fields)
    columns = {field.name: field for field in model._meta.concrete_fields}
    return [(name, columns[name]) for name in names]
