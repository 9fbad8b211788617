"""Links by which somebody gets in: invitations to an account, guest links without one."""

from typing import ClassVar

from django.db import models

from mingjian.identity.models.people import Membership, Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class Invitation(Journalled):
    """Mailed to one person, works once: who opens it proves that the address is theirs."""

    digest_fields = ("person", "email", "expires_at", "used_at", "revoked_at")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField(max_length=254)
    """Where it was sent, in lower case; it becomes the address of the login."""
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        return f"{self.email} {self.state}"

    @property
    def state(self) -> str:
        """``open``, ``used``, ``revoked`` or ``expired``."""
        if self.used_at:
            return "used"
        if self.revoked_at:
            return "revoked"
        return "expired" if self.expires_at <= clock.now() else "open"


class GuestLink(Journalled):
    """Lets one person into one audit session from one device, without an account."""

    digest_fields = (
        "person",
        "membership",
        "scope",
        "expires_at",
        "device_hash",
        "opened_at",
        "revoked_at",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guest_links")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="guest_links")
    scope = models.CharField(max_length=36)
    """The audit session; opaque to this stage."""
    token_hash = models.CharField(max_length=64, unique=True)
    device_hash = models.CharField(max_length=64, blank=True)
    """Of the secret that the first device to open the link keeps; empty: not bound."""
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        return f"{self.person_id} → {self.scope}"

    @property
    def state(self) -> str:
        """``open``, ``arrived``, ``revoked`` or ``expired``."""
        if self.revoked_at:
            return "revoked"
        if self.expires_at <= clock.now():
            return "expired"
        return "arrived" if self.device_hash else "open"
