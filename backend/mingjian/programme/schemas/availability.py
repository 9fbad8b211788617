"""Absences, lanes, and work that changes hands."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, OptionalLine, Paragraph, Schema

Kind = Literal["leave", "sick", "training", "business", "other"]


class AbsencesQuery(ListQuery):
    person_id: UUID | None = None
    since: date | None = None
    until: date | None = None


class NewAbsence(Input):
    person_id: UUID
    kind: Kind
    first: date
    last: date
    from_noon: bool = False
    until_noon: bool = False
    note: OptionalLine = ""


class AbsenceChange(Input):
    version: int
    kind: Kind = "leave"
    first: date = date.min
    last: date = date.min
    from_noon: bool = False
    until_noon: bool = False
    note: OptionalLine = ""


class AbsenceOut(Schema):
    id: UUID
    person_id: UUID
    person: str
    kind: str
    first: date
    last: date
    from_noon: bool
    until_noon: bool
    zone: str
    note: str
    cancelled_at: datetime | None
    version: int


class ScheduleQuery(ListQuery):
    """From the Monday of ``first``; ``only``: lanes with a clash, or without any entry."""

    first: date | None = None
    weeks: int = Field(8, ge=1, le=26)
    only: Literal["", "clashing", "free"] = ""


class BarOut(Schema):
    kind: Literal["case", "absence"]
    id: UUID
    case_id: UUID | None
    title: str
    detail: str
    role: str
    days: float | None
    first: date
    last: date
    clashes: bool


class LaneOut(Schema):
    person_id: UUID
    person: str
    bars: list[BarOut]


class ScheduleOut(Schema):
    first: date
    last: date
    weeks: list[date]
    lanes: list[LaneOut]


class ReasonOut(Schema):
    """One thing for or against somebody; a fault that blocks refuses the assignment."""

    key: str
    is_good: bool
    blocks: bool
    words: str
    clause: str


class CandidateOut(Schema):
    person_id: UUID
    person: str
    is_member: bool
    is_blocked: bool
    schemes: list[str]
    codes: list[str]
    visits: int
    week_days: float
    reasons: list[ReasonOut]


class PieceOut(Schema):
    kind: str
    id: UUID
    title: str
    href: str
    due: date | None
    items: int
    takers: list[CandidateOut]


class OpenWorkOut(Schema):
    person_id: UUID
    person: str
    is_active: bool
    pieces: list[PieceOut]


class LeaverOut(Schema):
    person_id: UUID
    person: str
    count: int


class GiftIn(Input):
    kind: Literal["member", "programme"]
    id: UUID
    to_person_id: UUID
    override_reason: Annotated[str, StringConstraints(max_length=4000)] = ""


class HandOverIn(Input):
    gifts: Annotated[list[GiftIn], Field(max_length=200)]
    reason: Paragraph


class HandOverOut(Schema):
    id: UUID
    giver_id: UUID
    pieces: list[dict[str, str]]
    reason: str
    made_at: datetime
    made_by: str
