"""Audit plans: versions of one case's plan, and their items."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase
from mingjian.programme.models.sites import Site


class PlanState(models.TextChoices):
    DRAFT = "draft", "草稿"
    ISSUED = "issued", "已发出"
    ACCEPTED = "accepted", "客户已接受"
    OBJECTED = "objected", "客户有异议"
    SUPERSEDED = "superseded", "已被替代"


class AuditPlan(Editable):
    """One version of a case's plan; what was issued changes by a new version only."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "state",
        "issued_at",
        "answered_at",
        "answer",
        "change_reason",
        "overrides",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    issued_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=4000, blank=True)
    """What the client said when accepting or objecting."""
    change_reason = models.CharField(max_length=4000, blank=True)
    overrides = models.JSONField(default=dict)
    """Key of a check's finding → ``{"reason": …, "by": …, "words": …}``: issued all the same."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_plan_number", fields=("case", "number")),
            models.UniqueConstraint(
                name="programme_plan_one_draft", fields=("case",), condition=Q(state="draft")
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class ItemKind(models.TextChoices):
    """What a plan item is; only ``work`` and the meetings are audit time."""

    OPENING = "opening", "首次会议"
    WORK = "work", "审核活动"
    BREAK = "break", "休息"
    TEAM = "team", "审核组内部会议"
    CLIENT_TALK = "client_talk", "与客户沟通"
    CLOSING = "closing", "末次会议"
    TRAVEL = "travel", "路途"


class PlanItem(Editable):
    """Who audits what, where, when, and by which means.

    Instants are UTC; the planned local wall time is kept beside them, so that a change of
    the zone's rules moves the instants and not the appointment.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "plan",
        "line",
        "kind",
        "title",
        "site",
        "scene",
        "local_start",
        "local_end",
        "zone",
        "clauses",
        "members",
        "auditee",
        "method",
        "is_remote",
        "ict_tool",
        "version",
    )

    plan = models.ForeignKey(AuditPlan, on_delete=models.PROTECT, related_name="items")
    line = models.UUIDField(default=None, null=True)
    """The same item through all versions of the plan."""
    kind = models.CharField(max_length=11, choices=ItemKind.choices, default=ItemKind.WORK)
    title = models.CharField(max_length=200)
    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    scene = models.CharField(max_length=60, blank=True)
    """A scene code of ``rules.scenes``: office, production floor, warehouse, …"""
    local_start = models.CharField(max_length=16)
    """``2026-11-23T09:30`` in ``zone``."""
    local_end = models.CharField(max_length=16)
    zone = models.CharField(max_length=60, default="Asia/Shanghai")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    clauses = models.JSONField(default=list)
    """``{"scheme": "QMS", "clause": "8.5"}`` each."""
    members = models.JSONField(default=list)
    """Ids of the team members who carry it out."""
    auditee = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=20, blank=True)
    """A code of ``rules.methods``: interview, document review, observation, …"""
    is_remote = models.BooleanField(default=False)
    ict_tool = models.CharField(max_length=60, blank=True)
    """Id of a ``Tool``; plans from before the catalogue hold a code of ``rules.methods.TOOLS``."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="programme_item_times_in_order", condition=Q(ends_at__gt=F("starts_at"))
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def concerns(self) -> UUID:
        return self.plan.case.client_id
