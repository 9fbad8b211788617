"""Applications for certification, their review, and what both sides said."""

import json
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person, Tenant
from mingjian.identity.models.editable import Editable
from mingjian.identity.models.named import Named
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models.programmes import AuditProgramme
from mingjian.programme.models.signatures import SignatureSide
from mingjian.programme.rules.applications import NAMES, ApplicationState


class ApplicationOrigin(models.TextChoices):
    """How it came."""

    PUBLIC = "public", "公开申请"
    INVITED = "invited", "受邀申请"
    CLIENT = "client", "现有客户"


class Application(Named):
    """One application to the owner; before a contract the applicant need not be a client.

    While it is filled in, ``form`` is saved as often as the applicant pauses and is nobody's
    record yet; from its submission on the digest covers it.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "client",
        "number",
        "origin",
        "state",
        "reason",
        "contact_email",
        "language",
        "submitted_text",
        "programme",
        "link_number",
    )

    client = models.ForeignKey(Tenant, null=True, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=30, blank=True)
    """Given when it is submitted."""
    origin = models.CharField(max_length=7, choices=ApplicationOrigin.choices)
    state = models.CharField(
        max_length=14,
        choices=[(state.value, NAMES[state].zh) for state in ApplicationState],
        default=ApplicationState.DRAFT,
    )
    state_at = models.DateTimeField(default=clock.now)
    reason = models.CharField(max_length=4000, blank=True)
    """Why it was declined."""
    credit_code = models.CharField(max_length=40, blank=True, db_index=True)
    contact_email = models.EmailField(max_length=254)
    """Where its letters go, in lower case."""
    language = models.CharField(max_length=7, default="zh-hans")
    form = models.JSONField(default=dict)
    """``schemas.applications.Form`` as it was last saved."""
    submitted_text = models.TextField(blank=True)
    """JSON text of the form as it was submitted: text, so that the digest covers it exactly."""
    programme = models.ForeignKey(
        AuditProgramme, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """What came of it, once there is a contract."""
    link_number = models.PositiveIntegerField(default=1)
    """Counts the secret links; a new one makes the earlier ones void."""
    link_hash = models.CharField(max_length=64, blank=True, db_index=True)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.number or self.name

    @property
    def concerns(self) -> UUID | None:
        return self.client_id

    @property
    def submitted(self) -> dict[str, Any]:
        """The form as it was submitted; empty before."""
        found: dict[str, Any] = json.loads(self.submitted_text or "{}")
        return found

    def submit_form(self) -> None:
        """What is in the form now is what the applicant says."""
        self.submitted_text = json.dumps(self.form, ensure_ascii=False, sort_keys=True)

    @property
    def has_link(self) -> bool:
        """Whoever has no account goes on by a secret link."""
        return self.origin != ApplicationOrigin.CLIENT

    def link_has_expired(self, now: datetime) -> bool:
        return self.link_expires_at is not None and self.link_expires_at <= now


class ContractReview(Editable):
    """The review of one application: a verdict and a note for each check, and its outcome."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "application",
        "checks",
        "scope_codes",
        "audit_days",
        "days_reason",
        "reviewer",
        "version",
    )

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="contract_review"
    )
    checks = models.JSONField(default=dict)
    """``rules.applications.Check`` → ``{"verdict": "yes" | "no" | "", "note": …}``."""
    scope_codes = models.JSONField(default=list)
    audit_days = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    """Auditor-days of the initial certification, both stages: of the calculation that counts."""
    days_reason = models.CharField(max_length=4000, blank=True)
    """Why they are not what was calculated."""
    reviewer = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.application_id)

    @property
    def concerns(self) -> UUID | None:
        return self.application.client_id


class ApplicationMessage(Journalled):
    """One thing said between applicant and reviewer; never changed."""

    digest_fields: ClassVar[tuple[str, ...]] = ("application", "side", "person", "name", "text")

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="messages")
    side = models.CharField(max_length=6, choices=SignatureSide.choices)
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    text = models.CharField(max_length=4000)
    said_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.name

    @property
    def concerns(self) -> UUID | None:
        return self.application.client_id
