"""What the client is told of its team, and what it says against a member."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase
from mingjian.programme.models.teams import TeamMember


class ObjectionState(models.TextChoices):
    OPEN = "open", "待答复"
    REPLACED = "replaced", "已更换"
    KEPT = "kept", "维持并说明"


class Objection(Editable):
    """The client objects to one member with a ground; the body replaces or keeps with a reason."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "member",
        "ground",
        "raised_by",
        "state",
        "answer",
        "answered_by",
        "answered_at",
        "version",
    )

    member = models.ForeignKey(TeamMember, on_delete=models.PROTECT, related_name="objections")
    ground = models.CharField(max_length=4000)
    raised_by = models.CharField(max_length=200)
    raised_at = models.DateTimeField(default=clock.now)
    state = models.CharField(
        max_length=8, choices=ObjectionState.choices, default=ObjectionState.OPEN
    )
    answer = models.CharField(max_length=4000, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_objection_one_open",
                fields=("member",),
                condition=models.Q(state="open"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.member_id} {self.state}"

    @property
    def concerns(self) -> UUID:
        return self.member.case.client_id


class TeamNotice(Journalled):
    """The client was told who will audit it."""

    digest_fields: ClassVar[tuple[str, ...]] = ("case", "names", "told", "sent_at")

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    names = models.JSONField(default=list)
    """``{"member": id, "name": …, "role": …}`` each."""
    told = models.CharField(max_length=200)
    """Who was written to."""
    sent_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.case_id} {self.told}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
