"""People of a tenant, and the roles they hold there."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mingjian.identity.models.named import Named
from mingjian.identity.models.validity import Validity, ValidityQuerySet
from mingjian.identity.rules import ROLES
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class Person(Named):
    """Somebody as one tenant knows them; the same account may be a person of several."""

    digest_fields = (
        "account",
        "name",
        "email",
        "phone",
        "language",
        "zone",
        "is_active",
        "version",
    )

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="people"
    )
    email = models.EmailField(max_length=254)
    """Where the tenant writes to, in lower case; the login's address is the account's."""
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=7, default="zh-hans")
    zone = models.CharField(max_length=60, default="Asia/Shanghai")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="identity_person_one_per_email", fields=("owner_id", "email")
            ),
            models.UniqueConstraint(
                name="identity_person_one_per_account",
                fields=("owner_id", "account"),
                condition=Q(account__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Membership(Validity, Journalled):
    """A person acts for the tenant in one role, tenant-wide or bound to one object."""

    digest_fields = ("person", "role", "scope", "valid_from", "valid_to", "ended_at")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=3, choices=[(code, zh) for code, (zh, _) in ROLES.items()])
    scope = models.CharField(max_length=36, blank=True)
    """Id of the one object it is bound to (a guest's session); empty is tenant-wide."""
    created_at = models.DateTimeField(default=clock.now)

    objects = ValidityQuerySet["Membership"].as_manager()

    class Meta(Validity.Meta):
        constraints = (
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                name="identity_membership_one_running",
                fields=("person", "role", "scope"),
                condition=Q(ended_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"
