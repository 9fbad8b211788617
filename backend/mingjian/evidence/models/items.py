"""Evidence items: everything that findings may cite, hashed, sealed and journalled."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase, PlanItem, Site


class EvidenceKind(models.TextChoices):
    """What an item is."""

    FILE = "file", "文件"
    CAPTURE = "capture", "截图"
    CLIP = "clip", "片段"
    RECORDING = "recording", "录制"
    EXCERPT = "excerpt", "转写摘录"
    DELIVERY = "delivery", "数据交付"


class Origin(models.TextChoices):
    """How it came into the record; there is no other way (S15)."""

    UPLOAD = "upload", "上传"
    SERVER = "server", "服务器截取"
    DEVICE_STILL = "device_still", "设备拍摄"
    DEVICE_QUEUE = "device_queue", "应急补传"
    EXTERNAL = "external", "外部工具"


class Retention(models.TextChoices):
    """Two classes from the first byte (S14): whose it is and how long it is kept."""

    WORKING = "working", "客户证据"
    """The client's: destroyed after the audit unless it agrees in writing to more."""
    RECORD = "record", "审核记录"
    """The body's: kept as long as the rules demand."""


class ItemState(models.TextChoices):
    QUARANTINED = "quarantined", "待检查"
    """Sealed, but not shown before its content was examined."""
    HELD = "held", "已保管"
    REFUSED = "refused", "未通过检查"
    DESTROYED = "destroyed", "已销毁"
    """The row stays as a tombstone; the content is gone for good."""


class EvidenceItem(Editable):
    """One thing that was shown; its content lies sealed at :attr:`path`.

    What the client wrote (name, note, circumstances) is in ``sealed``, under a key of its
    own: read it through ``queries.sealed_texts``.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "kind",
        "origin",
        "retention",
        "state",
        "media_type",
        "size",
        "sha256",
        "sm3",
        "original_sha256",
        "redactions",
        "profile",
        "series",
        "edition",
        "site",
        "plan_item",
        "clauses",
        "sealed",
        "effective_on",
        "arose_at",
        "received_at",
        "provided_by",
        "provided_name",
        "provided_tenant",
        "changed_by",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    """Counts the items of the audit; people cite it as ``E-17``."""
    kind = models.CharField(max_length=9, choices=EvidenceKind.choices)
    origin = models.CharField(max_length=12, choices=Origin.choices)
    retention = models.CharField(max_length=7, choices=Retention.choices, default=Retention.WORKING)
    state = models.CharField(max_length=11, choices=ItemState.choices)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    """Bytes of the content, before sealing."""
    sha256 = models.CharField(max_length=64)
    sm3 = models.CharField(max_length=64, blank=True)
    """Only where the body's profile is the national one."""
    original_sha256 = models.CharField(max_length=64, blank=True)
    """Of what the device held before parts were covered (B08); empty where nothing was."""
    redactions = models.JSONField(default=list)
    """What was covered: ``{"kind": "image_box", "count": 2}``; why is in the circumstances."""
    profile = models.CharField(max_length=3, default="aes")
    """The cipher under which the content lies: ``aes`` or ``sm``."""
    series = models.UUIDField()
    """The id of the first version; versions of one document share it (C14)."""
    edition = models.PositiveIntegerField(default=1)
    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    plan_item = models.ForeignKey(PlanItem, null=True, on_delete=models.PROTECT, related_name="+")
    clauses = models.JSONField(default=list)
    """What it is evidence for: ``{"scheme": "QMS", "clause": "8.5.1"}``."""
    sealed = models.TextField(blank=True)
    effective_on = models.DateField(null=True)
    """The day from which the document says it is in force (B13)."""
    arose_at = models.DateTimeField(null=True)
    """When the thing itself came about: a picture taken, a recording begun."""
    received_at = models.DateTimeField(default=clock.now)
    provided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who handed it over; None where the server captured it."""
    provided_name = models.CharField(max_length=200, blank=True)
    provided_tenant = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_one_per_number", fields=("case", "number")),
            models.UniqueConstraint(name="evidence_one_per_edition", fields=("series", "edition")),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """What people call it."""
        return f"E-{self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id

    @property
    def path(self) -> str:
        """Where the sealed content lies, and the record that it is bound to."""
        return path_of(self.owner_id, self.case_id, self.id)


def path_of(owner_id: UUID, case_id: UUID, item_id: UUID) -> str:
    """Tenant, audit, item: the blob's place and the context of its encryption."""
    return f"{owner_id}/{case_id}/{item_id}"


class ItemAssignment(Journalled):
    """An auditor gave an item to a technical expert, who sees no others."""

    digest_fields: ClassVar[tuple[str, ...]] = ("item", "person", "assigned_by", "assigned_at")

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="assignments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    assigned_by = models.CharField(max_length=200)
    assigned_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_assignment_once", fields=("item", "person")),
        )

    def __str__(self) -> str:
        return f"{self.item} → {self.person}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns
