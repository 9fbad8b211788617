"""What came out of another tool: recordings, screenshots, chat, attendance, camera clips."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models import Tool


class ExternalKind(models.TextChoices):
    RECORDING = "recording", "会议录制"
    SCREENSHOT = "screenshot", "截图"
    CHAT = "chat", "聊天记录"
    ATTENDANCE = "attendance", "参会记录"
    CLIP = "clip", "固定摄像机片段"


class ReadState(models.TextChoices):
    """Whether chat or attendance could be read; the file itself is kept either way."""

    NOT_A_TABLE = "not_a_table", "无需解析"
    WAITING = "waiting", "等待检查通过后解析"
    READ = "read", "已解析"
    UNREADABLE = "unreadable", "未能解析，文件已保存"


class ExternalRecord(Editable):
    """One export of another tool, tied to the item that holds it, with its clock set right.

    The tool's name, who exported, the consent and what was read are in the two sealed columns.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "item",
        "what",
        "tool",
        "sealed",
        "sealed_lines",
        "zone",
        "local_start",
        "starts_at",
        "offset_seconds",
        "columns",
        "read_state",
        "read_problem",
        "line_count",
        "version",
    )

    item = models.OneToOneField(EvidenceItem, on_delete=models.PROTECT, related_name="external")
    what = models.CharField(max_length=10, choices=ExternalKind.choices)
    tool = models.ForeignKey(Tool, null=True, on_delete=models.PROTECT, related_name="+")
    """Of the catalogue, preferably one of the client's own."""
    sealed = models.TextField()
    """``tool_name``, ``exported_by`` and ``consent``."""
    sealed_lines = models.TextField(blank=True)
    zone = models.CharField(max_length=60)
    """In which the tool writes its times."""
    local_start = models.CharField(max_length=16)
    """When it began, by the tool's clock: ``2026-11-23T09:30``."""
    starts_at = models.DateTimeField()
    """The same instant by the platform's clock: what the session is timed by."""
    offset_seconds = models.IntegerField(default=0)
    """To be added to the tool's times; positive where its clock was slow."""
    columns = models.JSONField(default=dict)
    """Column of the timeline → heading in the file, where somebody said which is which."""
    read_state = models.CharField(max_length=11, choices=ReadState.choices)
    read_problem = models.CharField(max_length=20, blank=True)
    """A code of ``rules.external_lines``."""
    line_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item} {self.what}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns
