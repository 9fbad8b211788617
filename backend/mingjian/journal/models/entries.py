"""A tenant's tree: its leaf number ``n`` is the entry whose ``seq`` is ``n + 1``."""

from typing import ClassVar

from django.db import models

from mingjian.journal.rules.canonical import utc_text
from mingjian.journal.rules.commitment import Event


class Head(models.Model):
    """How far a tenant's journal has come; the row that its writers queue for."""

    owner_id = models.UUIDField(primary_key=True)
    size = models.BigIntegerField()
    last_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.owner_id}: {self.size}"


class Entry(models.Model):
    """Who did what to which object, when and why. Triggers refuse to change or cut it."""

    pk = models.CompositePrimaryKey("owner_id", "seq")
    owner_id = models.UUIDField()
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    actor_tenant = models.UUIDField()
    role = models.CharField(max_length=8)
    device = models.CharField(max_length=200, blank=True)
    cause = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=80)
    object_kind = models.CharField(max_length=80)
    object_id = models.UUIDField()
    concerns = models.UUIDField(null=True, blank=True)
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)
    """Digest of the object after the change; empty once it was removed."""
    reason = models.TextField(blank=True)
    leaf = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-at", "-seq")
        indexes = (
            models.Index(
                name="journal_entry_object",
                fields=("owner_id", "object_kind", "object_id", "seq"),
            ),
            models.Index(name="journal_entry_at", fields=("owner_id", "at")),
            # What people did in another organisation's journal: few, found by who did it.
            models.Index(
                name="journal_entry_abroad",
                fields=("actor_tenant", "at"),
                condition=~models.Q(actor_tenant=models.F("owner_id")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"

    @property
    def event(self) -> Event:
        """The entry as the text that its leaf commits to."""
        return Event(
            action=self.action,
            actor=self.actor,
            actor_tenant=self.actor_tenant.hex,
            after=self.after,
            at=utc_text(self.at),
            before=self.before,
            cause=self.cause,
            concerns=self.concerns.hex if self.concerns else "",
            device=self.device,
            object_id=self.object_id.hex,
            object_kind=self.object_kind,
            owner_id=self.owner_id.hex,
            reason=self.reason,
            role=self.role,
            seq=str(self.seq),
        )


class Salt(models.Model):
    """The secret without which a leaf says nothing; may be deleted, unlike the entry."""

    pk = models.CompositePrimaryKey("owner_id", "seq")
    owner_id = models.UUIDField()
    seq = models.BigIntegerField()
    salt = models.CharField(max_length=32)

    def __str__(self) -> str:
        return f"salt of {self.seq}"


class Node(models.Model):
    """A complete subtree of 256, 65 536, … leaves: no proof reads more than 256 of a level."""

    pk = models.CompositePrimaryKey("owner_id", "level", "index")
    owner_id = models.UUIDField()
    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"
