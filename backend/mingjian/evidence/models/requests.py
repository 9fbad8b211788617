"""Evidence requests: what the audit team asks for, what comes of it, what is refused and why."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase, PlanItem, Site


class RequestPhase(models.TextChoices):
    """When in the audit something is asked for; files before it are requests too."""

    BEFORE = "before_audit", "审核前"
    DURING = "in_audit", "审核中"
    AFTER = "after_audit", "审核后"


class RequestState(models.TextChoices):
    REQUESTED = "requested", "待提供"
    PROVIDED = "provided", "已提供，待查看"
    RETURNED = "returned", "已退回，请重新提供"
    REFUSED = "refused", "客户拒绝，待裁定"
    ACCEPTED = "accepted", "已接受"
    RULED = "ruled", "已裁定"
    WITHDRAWN = "withdrawn", "已撤回"


class RefusalGround(models.TextChoices):
    """Why something is not handed over; every refusal is counted by its ground (S12)."""

    CONFIDENTIAL = "confidential", "保密"
    PERSONAL = "personal", "个人信息"
    NOT_EXISTING = "not_existing", "不存在"
    NOT_IN_TIME = "not_in_time", "无法按时提供"
    OTHER = "other", "其他"
    SILENCE = "silence", "到期未答复"
    """Never chosen by anybody: a lead auditor rules on what was not answered in time."""


class Ruling(models.TextChoices):
    """What the lead auditor makes of a refusal."""

    ALTERNATIVE = "alternative", "改用其他方法"
    SCOPE_LIMIT = "scope_limit", "限制审核范围"
    OBSTRUCTION = "obstruction", "记为妨碍审核，建议提出不符合"
    WITHDRAWN = "withdrawn", "理由成立，不再要求"


class EvidenceRequest(Editable):
    """One thing that the team asks the client for.

    The words of both sides are in ``sealed``: read them through ``queries.requests``.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "phase",
        "state",
        "sealed",
        "clauses",
        "plan_item",
        "site",
        "asked_by",
        "asked_name",
        "asked_at",
        "due_at",
        "is_short",
        "source",
        "source_id",
        "provided_at",
        "settled_at",
        "settled_by",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    """Counts the requests of the audit; people cite it as ``R-12``."""
    phase = models.CharField(max_length=12, choices=RequestPhase.choices)
    state = models.CharField(
        max_length=9, choices=RequestState.choices, default=RequestState.REQUESTED
    )
    sealed = models.TextField()
    """``what`` is asked, and why it was returned, accepted or withdrawn."""
    clauses = models.JSONField(default=list)
    plan_item = models.ForeignKey(PlanItem, null=True, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    asked_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField()
    is_short = models.BooleanField(default=False)
    """Asked with a short time on purpose: a drawn sample must not be got ready first (S34)."""
    source = models.CharField(max_length=20, blank=True)
    """What it came of: ``sampling``, ``information``; empty where an auditor asked by hand."""
    source_id = models.UUIDField(null=True)
    provided_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    """When it was accepted, ruled on or withdrawn."""
    settled_by = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    """When the client's coordinator was written to."""
    reminded_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    """When it was written that the time has run out."""

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_request_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        return f"R-{self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class RequestAnswer(Journalled):
    """An item that was handed over for a request; one item may answer several."""

    digest_fields: ClassVar[tuple[str, ...]] = ("request", "item", "given_by", "given_at")

    request = models.ForeignKey(EvidenceRequest, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="answered")
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_answer_once", fields=("request", "item")),
        )

    def __str__(self) -> str:
        return f"{self.request} ← {self.item}"

    @property
    def concerns(self) -> UUID:
        return self.request.concerns


class RequestRefusal(Journalled):
    """One refusal; it stays counted whatever becomes of the request afterwards (S12)."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "request",
        "ground",
        "sealed",
        "refused_by",
        "refused_at",
        "ruling",
        "ruled_by",
        "ruled_at",
    )

    request = models.ForeignKey(EvidenceRequest, on_delete=models.PROTECT, related_name="refusals")
    ground = models.CharField(max_length=12, choices=RefusalGround.choices)
    sealed = models.TextField()
    """The client's ``text``, and the ``ruling`` in the lead auditor's words."""
    refused_by = models.CharField(max_length=200)
    refused_at = models.DateTimeField(default=clock.now)
    ruling = models.CharField(max_length=11, choices=Ruling.choices, blank=True)
    """Empty: not ruled on yet, or the client handed something over after all."""
    ruled_by = models.CharField(max_length=200, blank=True)
    ruled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.request}: {self.ground}"

    @property
    def concerns(self) -> UUID:
        return self.request.concerns


class RequestMessage(Journalled):
    """One message in the conversation about a request."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "request",
        "sealed",
        "author",
        "author_name",
        "is_from_client",
        "sent_at",
    )

    request = models.ForeignKey(EvidenceRequest, on_delete=models.PROTECT, related_name="messages")
    sealed = models.TextField()
    author = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=200)
    is_from_client = models.BooleanField()
    sent_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.request} {self.sent_at:%F}"

    @property
    def concerns(self) -> UUID:
        return self.request.concerns


class RequestReading(Journalled):
    """Up to when a person has read the conversation."""

    digest_fields: ClassVar[tuple[str, ...]] = ("request", "person", "read_at")

    request = models.ForeignKey(EvidenceRequest, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_reading_once", fields=("request", "person")),
        )

    def __str__(self) -> str:
        return f"{self.request} {self.read_at:%F}"

    @property
    def concerns(self) -> UUID:
        return self.request.concerns
