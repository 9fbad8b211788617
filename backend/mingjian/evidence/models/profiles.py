"""In which algorithms a body seals what it is given."""

from typing import ClassVar

from django.db import models

from mingjian.identity.models.editable import Editable


class SealingProfile(Editable):
    """A body's choice; what was sealed before stays as it is and stays readable."""

    digest_fields: ClassVar[tuple[str, ...]] = ("suite", "version")

    suite = models.CharField(max_length=3, default="aes")
    """``aes`` (AES-256-GCM, SHA-256) or ``sm`` (SM4-GCM, SM3)."""

    class Meta:
        constraints = (models.UniqueConstraint(name="evidence_one_profile", fields=("owner_id",)),)

    def __str__(self) -> str:
        return self.suite
