"""What auditors write down: append-only entries that cite evidence."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models import EvidenceItem
from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase, CaseQuestion


class Verdict(models.TextChoices):
    """What the auditor holds of it for now; the leader grades findings later."""

    NONE = "", "未判断"
    CONFORMS = "conforms", "符合"
    CHECK = "check", "待核对"
    DEVIATES = "deviates", "不符合待定"
    OBSERVATION = "observation", "观察"
    NOT_APPLICABLE = "not_applicable", "不适用"


class RecordEntry(Journalled):
    """One version of one thing that was written down; a change is a new row.

    The text quotes the client, so it is sealed with the audit's key
    (``evidence.queries.sealed_texts``).
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "thread",
        "revision",
        "question",
        "line",
        "clauses",
        "verdict",
        "sealed",
        "author",
        "author_name",
        "written_at",
        "withdrawn_reason",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    thread = models.UUIDField()
    """The id of the first version; all versions of an entry share it."""
    revision = models.PositiveIntegerField(default=1)
    question = models.ForeignKey(
        CaseQuestion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The question of the checklist that it answers; None for a note."""
    line = models.UUIDField(null=True)
    """The line of the plan under which it was written."""
    clauses = models.JSONField(default=list)
    """``{"scheme": "QMS", "clause": "8.5.1"}`` each; a question's own are copied."""
    verdict = models.CharField(max_length=14, choices=Verdict.choices, blank=True)
    sealed = models.TextField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=200)
    written_at = models.DateTimeField(default=clock.now)
    withdrawn_reason = models.CharField(max_length=1000, blank=True)
    """Set on the version that takes the entry back; the earlier ones stay readable."""

    class Meta:
        constraints = (
            models.UniqueConstraint(name="records_one_per_revision", fields=("thread", "revision")),
        )

    def __str__(self) -> str:
        return f"{self.thread} {self.revision}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class Citation(Journalled):
    """An entry's version points at an evidence item."""

    digest_fields: ClassVar[tuple[str, ...]] = ("entry", "item", "place")

    entry = models.ForeignKey(RecordEntry, on_delete=models.PROTECT, related_name="citations")
    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="records_citation_once", fields=("entry", "item")),
        )

    def __str__(self) -> str:
        return f"{self.entry} → {self.item}"

    @property
    def concerns(self) -> UUID:
        return self.entry.concerns
