"""ICT tools of remote audits: the catalogue, their assessments, and what each case uses (S23)."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person, Tenant
from mingjian.identity.models.editable import Editable
from mingjian.identity.models.named import Named
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase


class ToolKind(models.TextChoices):
    MEETING = "meeting", "会议"
    TRANSFER = "transfer", "文件传输"
    CAMERA = "camera", "摄像与监控"
    CONTROL = "control", "远程控制"
    CHAT = "chat", "即时通信"
    OTHER = "other", "其他"


class Deployment(models.TextChoices):
    """Where what is said and shown passes through."""

    SELF_HOSTED = "self_hosted", "自建"
    PRIVATE_CLOUD = "private_cloud", "私有云"
    PUBLIC_CLOUD = "public_cloud", "公有云"
    DEVICE = "device", "设备本机"


class Tool(Named):
    """One tool of the catalogue: the body's own, or one that a client brings."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "vendor",
        "kind",
        "client",
        "deployment",
        "note",
        "is_active",
        "incident_at",
        "incident",
        "version",
    )

    vendor = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=8, choices=ToolKind.choices, default=ToolKind.MEETING)
    client = models.ForeignKey(Tenant, null=True, on_delete=models.PROTECT, related_name="+")
    """Whose own or habitual tool it is; None: the body's."""
    deployment = models.CharField(
        max_length=13, choices=Deployment.choices, default=Deployment.PUBLIC_CLOUD
    )
    note = models.CharField(max_length=4000, blank=True)
    is_active = models.BooleanField(default=True)
    incident_at = models.DateTimeField(null=True, blank=True)
    """When something went wrong with it; an assessment after that settles it."""
    incident = models.CharField(max_length=4000, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_tool_one_per_name", fields=("owner_id", "client", "name")
            ),
            models.UniqueConstraint(
                name="programme_own_tool_one_per_name",
                fields=("owner_id", "name"),
                condition=models.Q(client=None),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def concerns(self) -> UUID | None:
        return self.client_id


class ToolAssessment(Editable):
    """One assessment: four scores with their evidence, as weighted on that day."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "tool",
        "scores",
        "weights",
        "total",
        "cause",
        "conclusion",
        "assessor",
        "assessed_on",
        "review_by",
        "rule_pack",
        "version",
    )

    tool = models.ForeignKey(Tool, on_delete=models.PROTECT, related_name="assessments")
    scores = models.JSONField(default=dict)
    """Aspect → ``{"score": 4, "evidence": "…"}``."""
    weights = models.JSONField(default=dict)
    total = models.DecimalField(max_digits=3, decimal_places=2)
    cause = models.CharField(max_length=8)
    """``first``, ``yearly`` or ``incident``."""
    conclusion = models.CharField(max_length=4000, blank=True)
    assessor = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    assessed_on = models.DateField()
    review_by = models.DateField()
    rule_pack = models.CharField(max_length=200)
    """Stamp of the rule pack from which weights and term were taken."""
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.tool_id} {self.assessed_on}"

    @property
    def concerns(self) -> UUID | None:
        return self.tool.client_id


class ToolChoice(Editable):
    """Which tool a case uses for one purpose, and why."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "kind",
        "tool",
        "assessment",
        "advice",
        "reason",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="tools")
    kind = models.CharField(max_length=8, choices=ToolKind.choices)
    tool = models.ForeignKey(Tool, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(ToolAssessment, on_delete=models.PROTECT, related_name="+")
    advice = models.CharField(max_length=1000, blank=True)
    """What was advised when it was chosen, in Chinese."""
    reason = models.CharField(max_length=4000, blank=True)
    """Why another than the advised one."""
    chosen_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_tool_one_choice", fields=("case", "kind")),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
