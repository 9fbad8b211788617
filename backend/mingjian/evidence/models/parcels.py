"""Evidence that leaves the vault: packed for whoever asked, or as a parcel to a named recipient."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase


class Recipient(Editable):
    """To whom a body sends parcels: whose key, and who made sure that it is theirs."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "organisation",
        "email",
        "language",
        "age_key",
        "entered_by",
        "checked_by",
        "checked_how",
        "checked_at",
        "retired_at",
        "version",
    )

    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254)
    language = models.CharField(max_length=7, default="zh-hans")
    age_key = models.CharField(max_length=200)
    """An age X25519 public key; another key is another recipient."""
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=clock.now)
    checked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Somebody else than who entered it."""
    checked_how = models.CharField(max_length=500, blank=True)
    """Over which other way the fingerprint was compared."""
    checked_at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

    @property
    def is_usable(self) -> bool:
        return self.checked_at is not None and self.retired_at is None


class Bundle(Journalled):
    """Items that somebody had packed together; each is a row of its own."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "packed_by",
        "packed_name",
        "packed_at",
        "broken_item",
        "broken_code",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    """Counts the bundles of the audit; people cite it as ``P-3``."""
    packed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    packed_name = models.CharField(max_length=200)
    packed_at = models.DateTimeField(default=clock.now)
    broken_item = models.ForeignKey(
        EvidenceItem, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The item at which the last sending ended, because it is not what was sealed."""
    broken_code = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_bundle_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        return f"P-{self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class BundledItem(Journalled):
    """One item of a bundle, by its hash: the entry in the item's chain of custody."""

    digest_fields: ClassVar[tuple[str, ...]] = ("bundle", "item", "sha256", "size")

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="contents")
    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="bundled")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_bundled_once", fields=("bundle", "item")),
        )

    def __str__(self) -> str:
        return f"{self.bundle}: {self.item}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns


class Parcel(Journalled):
    """A bundle on its way to a recipient outside, sealed to their key, by a link that lapses."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "bundle",
        "recipient",
        "age_key",
        "sealed",
        "token_hash",
        "expires_at",
        "fetched_at",
        "received_at",
        "received_name",
        "withdrawn_at",
    )

    bundle = models.OneToOneField(Bundle, on_delete=models.PROTECT, related_name="parcel")
    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    age_key = models.CharField(max_length=200)
    """The recipient's, as it was when the parcel was made."""
    sealed = models.TextField()
    """``letter``: what the sender writes to the recipient."""
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True)
    """When it was first sent to its end."""
    received_at = models.DateTimeField(null=True)
    received_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.bundle} → {self.recipient}"

    @property
    def concerns(self) -> UUID:
        return self.bundle.concerns

    def state(self, now: datetime) -> str:
        """``withdrawn``, ``received``, ``lapsed``, ``fetched`` or ``sent``."""
        if self.withdrawn_at:
            return "withdrawn"
        if self.received_at:
            return "received"
        if self.expires_at <= now:
            return "lapsed"
        return "fetched" if self.fetched_at else "sent"
