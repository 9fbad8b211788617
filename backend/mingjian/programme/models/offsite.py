"""Off-site information (S03): what is collected before an audit, and what follows from it."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase


class ItemState(models.TextChoices):
    OPEN = "open", "待收集"
    REQUESTED = "requested", "已请客户提供"
    ANSWERED = "answered", "已答复"
    NOT_NEEDED = "not_needed", "不适用"


class InformationItem(Editable):
    """One thing to know before the audit, asked of the client or looked up by the body."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "code",
        "title",
        "asked_of",
        "state",
        "due_on",
        "sealed",
        "by_vault",
        "answered_at",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="information")
    code = models.CharField(max_length=60, blank=True)
    """The entry of the rule data's checklist; empty where somebody added it."""
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    hint = models.CharField(max_length=200, blank=True)
    hint_en = models.CharField(max_length=200, blank=True)
    asked_of = models.CharField(max_length=6, default="client")
    """``client``, or ``body`` where the body finds out by itself."""
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.OPEN)
    due_on = models.DateField(null=True, blank=True)
    requested_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    sealed = models.TextField(blank=True)
    """The answer and its link, sealed with the audit's key (``queries.sealed_answers``)."""
    by_vault = models.BooleanField(default=False)
    """The client will hand the files over through the evidence vault."""
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    not_needed_reason = models.CharField(max_length=1000, blank=True)
    place = models.PositiveIntegerField(default=0)
    """Where it stands in the list."""
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.title

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class PriorFact(Editable):
    """A fact found in a public register, or carried over from an earlier audit.

    The body's own knowledge, as are the notes and the review: the client does not read along.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "kind",
        "source",
        "seen_on",
        "statement",
        "link",
        "is_open",
        "removed_at",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="prior_facts")
    kind = models.CharField(max_length=14)
    """``register`` or ``previous_audit``."""
    source = models.CharField(max_length=200)
    seen_on = models.DateField()
    statement = models.CharField(max_length=4000)
    link = models.CharField(max_length=500, blank=True)
    is_open = models.BooleanField(default=False)
    """A nonconformity of an earlier audit that is not closed yet."""
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.source


class AnalysisNote(Editable):
    """What follows from the information: for the risks, for the plan, or nothing."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "item",
        "fact",
        "text",
        "consequence",
        "risk_line",
        "hint",
        "removed_at",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="analysis_notes")
    item = models.ForeignKey(
        InformationItem, null=True, on_delete=models.PROTECT, related_name="notes"
    )
    fact = models.ForeignKey(PriorFact, null=True, on_delete=models.PROTECT, related_name="notes")
    text = models.CharField(max_length=4000)
    consequence = models.CharField(max_length=4, default="none")
    """``none``, ``risk`` or ``plan``."""
    risk_line = models.UUIDField(null=True, blank=True)
    """The row of the risk matrix that came of it, by its line."""
    hint = models.CharField(max_length=1000, blank=True)
    """What the plan should heed."""
    author_name = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text


class InformationReview(Editable):
    """That a case's information was collected and weighed: by whom, when, with what conclusion."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "conclusion",
        "completed_at",
        "completed_by",
        "version",
    )

    case = models.OneToOneField(
        AuditCase, on_delete=models.PROTECT, related_name="information_review"
    )
    conclusion = models.CharField(max_length=4000, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.CharField(max_length=200, blank=True)
    stamp = models.CharField(max_length=200, blank=True)
    """The rule pack whose checklist was laid out."""
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return str(self.case_id)
