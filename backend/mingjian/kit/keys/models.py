"""Keys as rows of their own database, each wrapped by its parent (ADR 0003).

root key (not here) → tenant key → content keys and the signing key. Rows alone open
nothing: the root key is outside the database.
"""

from django.db import models

from mingjian.kit.clock import now
from mingjian.kit.ids import uuid7


class Keyring(models.Model):
    """The one row that says the database is in use; locked by whoever writes keys."""

    ID = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ID)
    root_version = models.PositiveIntegerField()
    rotated_at = models.DateTimeField(default=now)
    offline_recipient = models.CharField(max_length=200, default="")
    """The age public key of whoever holds the offline copies; empty where nobody does."""

    def __str__(self) -> str:
        return f"root key version {self.root_version}"


class TenantKey(models.Model):
    """Wraps the tenant's other keys; replaced by rotation, never used on content."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    tenant_id = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1)
    root_version = models.PositiveIntegerField()
    wrapped = models.BinaryField()
    offline_copy = models.BinaryField(default=bytes)
    """The key sealed to the keyring's ``offline_recipient``."""
    rotated_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"tenant {self.tenant_id} version {self.version}"

    def label(self) -> str:
        """What the wrapping is bound to: a row moved elsewhere does not open."""
        return f"tenant/{self.tenant_id}/{self.version}/{self.root_version}"


class ContentKey(models.Model):
    """What file and text keys are derived from: one per audit, one for the tenant's own.

    Rotation rewraps it and never changes it. After destruction the row stays, without
    the key, so that nobody makes a new key for an audit whose content is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    tenant_key = models.ForeignKey(TenantKey, models.PROTECT, related_name="content_keys")
    object_id = models.UUIDField()
    """The audit, or the tenant itself for the documents that are its own."""
    tenant_version = models.PositiveIntegerField()
    wrapped = models.BinaryField()
    created_at = models.DateTimeField(default=now)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("tenant_key", "object_id"), name="one_content_key"),
        )

    def __str__(self) -> str:
        return f"content {self.object_id}"

    def label(self) -> str:
        return f"content/{self.tenant_key.tenant_id}/{self.object_id}/{self.tenant_version}"


class SigningKey(models.Model):
    """The tenant's Ed25519 key, with which the journal signs its checkpoints."""

    tenant_key = models.OneToOneField(TenantKey, models.PROTECT, primary_key=True)
    tenant_version = models.PositiveIntegerField()
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"signing key of {self.tenant_key_id}"

    def label(self) -> str:
        return f"signing/{self.tenant_key.tenant_id}/{self.tenant_version}"


class RecoveryCopy(models.Model):
    """The root key sealed to the public half of a recovery code that lies in a safe."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    public_key = models.BinaryField()
    sealed = models.BinaryField()
    created_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"recovery copy of {self.created_at:%F}"
