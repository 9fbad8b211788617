"""Evidence items."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Schema
from mingjian.programme.schemas.clauses import ClauseRefOut, Clauses

Kind = Literal["file", "capture", "clip", "recording", "excerpt", "delivery"]
Origin = Literal["upload", "server", "device_still", "device_queue", "external"]
Keeping = Literal["working", "record"]
State = Literal["quarantined", "held", "refused", "destroyed"]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Note = Annotated[str, StringConstraints(max_length=4000)]


class EvidenceQuery(ListQuery):
    kind: Literal["", Kind] = ""
    origin: Literal["", Origin] = ""
    retention: Literal["", Keeping] = ""
    state: Literal["", State] = ""
    latest: bool = False
    """Without the versions that a later one has replaced."""


class EvidenceChange(Input):
    """``version`` is the one that the form showed; what is left out stays."""

    version: int
    name: Name | None = None
    note: Note | None = None
    retention: Keeping | None = None
    site_id: UUID | None = None
    plan_item_id: UUID | None = None
    clauses: Clauses | None = None
    effective_on: date | None = None


class EvidenceAssignment(Input):
    """The experts who may see the item: exactly these."""

    people: Annotated[list[UUID], Field(max_length=50)]


class EvidenceRedactionOut(NinjaSchema):
    """Parts that were covered on the device, before anything was sent."""

    kind: Literal["image_box", "audio_cut"]
    count: int


class EvidenceOut(Schema):
    id: UUID
    case_id: UUID
    code: str
    kind: Kind
    origin: Origin
    retention: Keeping
    state: State
    name: str
    note: str
    media_type: str
    size: int
    sha256: str
    sm3: str
    original_sha256: str
    redactions: list[EvidenceRedactionOut]
    profile: str
    series: UUID
    edition: int
    site_id: UUID | None
    site: str
    plan_item_id: UUID | None
    plan_item: str
    clauses: list[ClauseRefOut]
    effective_on: date | None
    arose_at: datetime | None
    received_at: datetime
    provided_by_id: UUID | None
    provided_name: str
    is_readable: bool
    thumbnail: str
    """Where a small picture of it is; empty where there is none."""
    version: int


class EvidenceEditionOut(NinjaSchema):
    id: UUID
    code: str
    edition: int
    sha256: str
    size: int
    received_at: datetime
    provided_name: str
    state: State


class EvidenceReaderOut(NinjaSchema):
    person_id: UUID
    name: str


class EvidenceWarningOut(NinjaSchema):
    code: str
    message: str


class EvidenceExaminationOut(NinjaSchema):
    """What was found in the content, and what to do about it."""

    code: str
    is_held: bool
    message: str
    warnings: list[EvidenceWarningOut]
    details: dict[str, int]
    names: list[str]
    media_type: str
    scanner: str
    examined_at: datetime


class EvidencePreviewPartOut(NinjaSchema):
    """``page`` is a picture, ``blocks`` and ``wave`` are JSON."""

    number: int
    role: Literal["page", "blocks", "wave"]
    media_type: str
    width: int
    height: int


class EvidencePreviewOut(NinjaSchema):
    """What there is to see without the original, or why there is nothing."""

    code: str
    kind: Literal["", "picture", "pages", "film", "sound", "text"]
    message: str
    details: dict[str, int]
    parts: list[EvidencePreviewPartOut]


class WholeEvidenceOut(EvidenceOut):
    circumstances: dict[str, Any]
    editions: list[EvidenceEditionOut]
    assigned_to: list[EvidenceReaderOut]
    examination: EvidenceExaminationOut | None
    preview: EvidencePreviewOut | None


class EvidenceOpeningOut(Schema):
    """Both links work for this person until ``expires_at``."""

    href: str
    preview_href: str
    """Of any part of the preview: ``{number}`` stands for its number."""
    is_shown: bool
    """Whether the original itself may be shown here, not only its preview."""
    expires_at: datetime
    name: str
    media_type: str
    watermark: str


class EvidenceVerdictOut(Schema):
    code: str
    sha256: str
    verified_at: datetime
    is_intact: bool

    @staticmethod
    def resolve_is_intact(row: Any) -> bool:
        return bool(row.code == "intact")


class CustodyEntryOut(Schema):
    """One thing that happened to an item, by the journal."""

    owner_id: UUID
    seq: int
    at: datetime
    actor_name: str
    actor_tenant_name: str
    role: str
    action: str
    object_kind: str
    reason: str
    leaf: str


class CustodyOut(NinjaSchema):
    """What happened to an item, the newest first."""

    entries: list[CustodyEntryOut]
