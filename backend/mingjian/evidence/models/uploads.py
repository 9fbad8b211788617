"""Files on their way in: what was promised, by whom, until when."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase


class Upload(Journalled):
    """One file on its way; its id is the future item's. The row goes when the item is there."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "length",
        "profile",
        "sealed",
        "person",
        "begun_by",
        "begun_at",
        "expires_at",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    length = models.PositiveBigIntegerField()
    """Bytes of plaintext that were promised."""
    profile = models.CharField(max_length=3)
    """The suite in which it is sealed from its first byte to its last."""
    sealed = models.TextField()
    """What is known of the future item, under a key of the audit."""
    tail = models.TextField(blank=True)
    """The last bytes that fill no chunk yet, sealed likewise; everything else is in the file."""
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    begun_by = models.CharField(max_length=100)
    """The actor, as the journal names it: nobody else goes on with it."""
    begun_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.case} · {self.length}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id

    @property
    def path(self) -> str:
        """Where the item's content will lie, and what the encryption is bound to."""
        return f"{self.owner_id}/{self.case_id}/{self.id}"
