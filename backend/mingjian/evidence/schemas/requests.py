"""Evidence requests and checks of documents."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import AwareDatetime, Field, StringConstraints

from mingjian.evidence.schemas.items import State
from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, OptionalLine, Paragraph, Schema
from mingjian.programme.schemas.clauses import ClauseRefOut, Clauses

Phase = Literal["before_audit", "in_audit", "after_audit"]
RequestStateName = Literal[
    "requested", "provided", "returned", "refused", "accepted", "ruled", "withdrawn"
]
Ground = Literal["confidential", "personal", "not_existing", "not_in_time", "other"]
RulingName = Literal["alternative", "scope_limit", "obstruction", "withdrawn"]
VerdictName = Literal["same", "differs", "cannot_tell"]
DateNoteName = Literal[
    "effective_after_audit", "effective_after_asking", "received_after_due", "received_long_after"
]
OptionalText = Annotated[str, StringConstraints(max_length=4000)]
Hash = Annotated[str, StringConstraints(to_lower=True, pattern=r"^([0-9a-fA-F]{64})?$")]


class RequestQuery(ListQuery):
    state: Literal["", "open", RequestStateName] = ""
    phase: Literal["", Phase] = ""
    scheme: Annotated[str, StringConstraints(max_length=10)] = ""
    clause: Annotated[str, StringConstraints(max_length=20)] = ""
    due: Literal["", "overdue"] = ""
    source: Annotated[str, StringConstraints(max_length=60)] = ""


class RequestIn(Input):
    """Without a ``phase`` it is the one that the audit is in."""

    what: Paragraph
    due_at: AwareDatetime
    phase: Literal["", Phase] = ""
    clauses: Clauses = Field(default_factory=list)
    plan_item_id: UUID | None = None
    site_id: UUID | None = None
    is_short: bool = False
    source: Literal["", "information"] = ""
    source_id: UUID | None = None


class RequestChange(Input):
    """``version`` is the one that the form showed; what is left out stays."""

    version: int
    what: Paragraph | None = None
    due_at: AwareDatetime | None = None
    clauses: Clauses | None = None
    plan_item_id: UUID | None = None
    site_id: UUID | None = None


class RequestHandOver(Input):
    item_ids: Annotated[list[UUID], Field(min_length=1, max_length=1000)]


class RequestRefusalIn(Input):
    version: int
    ground: Ground
    text: Paragraph


class RequestAcceptance(Input):
    version: int
    note: OptionalText = ""


class RequestReason(Input):
    version: int
    reason: Paragraph


class RequestRuling(Input):
    version: int
    ruling: RulingName
    text: Paragraph


class RequestMessageIn(Input):
    text: Paragraph


class DocumentCheckIn(Input):
    """What was seen on the spot. Without a ``verdict`` the proposed one stands."""

    shown_item_id: UUID | None = None
    shown_sha256: Hash = ""
    shown_at: AwareDatetime | None = None
    shown_version: OptionalLine = ""
    given_version: OptionalLine = ""
    verdict: VerdictName | None = None
    words: OptionalText = ""


class DocumentCheckOut(Schema):
    id: UUID
    shown_item_id: UUID | None
    shown_code: str
    shown_sha256: str
    shown_at: datetime | None
    shown_version: str
    given_version: str
    words: str
    proposed: VerdictName
    basis: Literal["hash", "other_edition", "version", "unknown_hash", "nothing"]
    verdict: VerdictName
    checked_by: str
    checked_at: datetime


class DocumentChecksOut(NinjaSchema):
    """The latest first."""

    checks: list[DocumentCheckOut]


class RequestOut(Schema):
    id: UUID
    case_id: UUID
    code: str
    what: str
    phase: Phase
    state: RequestStateName
    returned: str
    """Why it was returned, while it is."""
    clauses: list[ClauseRefOut]
    plan_item_id: UUID | None
    plan_item: str
    site_id: UUID | None
    site: str
    asked_name: str
    asked_at: datetime
    due_at: datetime
    zone: str
    is_short: bool
    is_overdue: bool
    source: str
    source_id: UUID | None
    provided_at: datetime | None
    settled_at: datetime | None
    settled_by: str
    answer_count: int
    refusal_count: int
    unread: int
    version: int


class RequestAnswerOut(Schema):
    item_id: UUID
    code: str
    name: str
    state: State
    media_type: str
    size: int
    sha256: str
    edition: int
    effective_on: date | None
    received_at: datetime
    given_at: datetime
    provided_name: str
    is_readable: bool
    date_notes: list[DateNoteName]
    checks: list[DocumentCheckOut]


class RequestRefusalOut(Schema):
    id: UUID
    ground: Ground | Literal["silence"]
    text: str
    refused_by: str
    refused_at: datetime
    ruling: Literal["", RulingName]
    ruling_text: str
    ruled_by: str
    ruled_at: datetime | None


class RequestMessageOut(Schema):
    id: UUID
    author_name: str
    is_from_client: bool
    sent_at: datetime
    text: str


class WholeRequestOut(RequestOut):
    accepted: str
    withdrawn: str
    answers: list[RequestAnswerOut]
    refusals: list[RequestRefusalOut]
    messages: list[RequestMessageOut]


class RefusalGroundOut(Schema):
    ground: Ground | Literal["silence"]
    count: int
    count_here: int
    rulings: dict[str, int]
    """Ruling → how often; ``none`` where nobody ruled."""


class RefusalsOut(Schema):
    """All audits of the client that the viewer may see; ``…_here`` is this one."""

    client: str
    requests: int
    requests_here: int
    grounds: list[RefusalGroundOut]
