"""Checklists: questions of the body's library, and those chosen for one audit."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase


class Question(Editable):
    """One question of the library: asked once, answering clauses of several standards."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "text",
        "text_en",
        "guidance",
        "clauses",
        "is_active",
        "version",
    )

    text = models.CharField(max_length=500)
    text_en = models.CharField(max_length=500, blank=True)
    guidance = models.CharField(max_length=1000, blank=True)
    """What to look at."""
    clauses = models.JSONField(default=list)
    """``{"scheme": "QMS", "clause": "9.2"}`` each."""
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.text


class QuestionOrigin(models.TextChoices):
    LIBRARY = "library", "题库"
    LAST_AUDIT = "last_audit", "上次不符合"
    OWN = "own", "本次增加"


class CaseQuestion(Editable):
    """A question of one audit, in the words in which it was chosen."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "question",
        "question_version",
        "origin",
        "text",
        "clauses",
        "line",
        "member",
        "preparation",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="questions")
    question = models.ForeignKey(Question, null=True, on_delete=models.PROTECT, related_name="+")
    question_version = models.PositiveIntegerField(default=0)
    """The library's version that was chosen; 0 for questions of this audit alone."""
    origin = models.CharField(
        max_length=10, choices=QuestionOrigin.choices, default=QuestionOrigin.LIBRARY
    )
    text = models.CharField(max_length=500)
    text_en = models.CharField(max_length=500, blank=True)
    guidance = models.CharField(max_length=1000, blank=True)
    clauses = models.JSONField(default=list)
    line = models.UUIDField(null=True, blank=True)
    """The line of the plan under which it is asked."""
    member = models.UUIDField(null=True, blank=True)
    """The team member who asks it."""
    preparation = models.CharField(max_length=4000, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.text

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
