"""Live sessions as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line

LocalTime = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d$")]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Reason = Annotated[str, StringConstraints(max_length=1000)]
SessionStateCode = Literal["planned", "lobby", "live", "ended", "cancelled"]
SessionKindCode = Literal["opening", "work", "client_talk", "closing", "ad_hoc"]
RoomRoleCode = Literal[
    "lead_auditor",
    "auditor",
    "expert",
    "trainee",
    "interpreter",
    "observer",
    "client",
    "guest",
    "authority",
    "worker",
]
SideCode = Literal["", "body", "client"]


class SessionsQuery(ListQuery):
    """``case`` narrows to one audit; ``which`` to what is open, coming or over."""

    case: UUID | None = None
    which: Literal["", "open", "coming", "over"] = ""


class NewSession(Input):
    title: Line
    local_start: LocalTime
    local_end: LocalTime
    zone: Zone


class SessionTime(Input):
    """``version`` is the one that the form showed."""

    version: int
    local_start: LocalTime
    local_end: LocalTime
    zone: Zone


class SessionExtension(Input):
    minutes: Annotated[int, Field(ge=5, le=240)]


class SessionLock(Input):
    is_locked: bool


class SessionReason(Input):
    reason: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class HandOverTo(Input):
    participant_id: UUID


class MuteWhom(Input):
    """Nobody named: everybody but oneself."""

    participant_id: UUID | None = None


class NewRoom(Input):
    name: Annotated[Line, StringConstraints(max_length=100)]


class Hand(Input):
    is_raised: bool


class AdmissionReason(Input):
    reason: Reason = ""


class MoveTo(Input):
    room_id: UUID


class NewBreak(Input):
    minutes: Annotated[int, Field(ge=1, le=120)]


class NewChatMessage(Input):
    text: Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class SessionSummaryOut(NinjaSchema):
    id: UUID
    case_id: UUID
    case_number: str
    client: str
    kind: SessionKindCode
    title: str
    local_start: str
    local_end: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    state: SessionStateCode
    is_locked: bool
    started_at: datetime | None
    ended_at: datetime | None
    present: int
    waiting: int
    version: int


class RoomOut(NinjaSchema):
    id: UUID
    kind: Literal["main", "parallel", "team"]
    name: str


class ParticipantOut(NinjaSchema):
    """``identity`` is what the media server calls the person."""

    id: UUID
    person_id: UUID
    name: str
    organisation: str
    role: RoomRoleCode
    state: Literal["waiting", "admitted", "denied", "removed"]
    asked_at: datetime
    hand_raised_at: datetime | None
    identity: str
    room_id: UUID | None
    is_present: bool
    sources: list[str]
    may_speak: bool
    side: SideCode


class PauseOut(NinjaSchema):
    """A break that is asked for or being taken."""

    id: UUID
    minutes: int
    asked_by: Literal["body", "client"]
    asked_at: datetime
    started_at: datetime | None
    end_asked_by: SideCode


class AgendaClauseOut(NinjaSchema):
    scheme: str
    clause: str


class AgendaItemOut(NinjaSchema):
    line: UUID
    kind: str
    title: str
    clauses: list[AgendaClauseOut]
    starts_at: datetime
    ends_at: datetime
    auditee: str
    scene: str


class SessionOut(SessionSummaryOut):
    """``my_role`` is empty for those who see the state without entering."""

    host_id: UUID | None
    host: str
    acting_host_id: UUID | None
    captures: bool
    planned_minutes: int
    agenda: list[AgendaItemOut]
    rooms: list[RoomOut]
    participants: list[ParticipantOut]
    pause: PauseOut | None
    my_role: Literal[""] | RoomRoleCode
    may_command: bool
    me: ParticipantOut | None


class TicketOut(NinjaSchema):
    """What the browser shows to the media server, by way of ``/rtc``."""

    token: str
    room_id: UUID
    identity: str
    expires_at: datetime


class LedgerLineOut(NinjaSchema):
    """Minutes that are over in full."""

    participant_id: UUID
    name: str
    organisation: str
    role: RoomRoleCode
    first_joined_at: datetime | None
    last_left_at: datetime | None
    present_minutes: int
    effective_minutes: int


class ChatMessageOut(NinjaSchema):
    id: UUID
    room_id: UUID
    participant_id: UUID
    author: str
    role: RoomRoleCode
    sent_at: datetime
    text: str
