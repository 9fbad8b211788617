"""Candidates for a team, its coverage, objections and what the client was told."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema as NinjaSchema

from mingjian.kit.schema import Input, Paragraph, Schema
from mingjian.programme.schemas.availability import ReasonOut


class CandidatesQuery(NinjaSchema):
    role: Literal["LA", "AU", "TE", "TR", "OBS", "INT"] = "AU"


class CoverageOut(Schema):
    scheme: str
    code: str
    by: list[str]


class JudgedOut(Schema):
    member_id: UUID
    reasons: list[ReasonOut]


class StandingOut(Schema):
    """How the team stands: who covers what, and what speaks for or against each member."""

    coverage: list[CoverageOut]
    members: list[JudgedOut]


class NewObjection(Input):
    member_id: UUID
    ground: Paragraph


class ObjectionAnswer(Input):
    version: int
    replaced: bool
    answer: Paragraph


class ObjectionOut(Schema):
    id: UUID
    member_id: UUID
    member: str
    ground: str
    raised_by: str
    raised_at: datetime
    state: Literal["open", "replaced", "kept"]
    answer: str
    answered_by: str
    answered_at: datetime | None
    version: int


class NoticeOut(Schema):
    sent_at: datetime
    told: str
    is_current: bool


class ObjectionsOut(Schema):
    notice: NoticeOut | None
    objections: list[ObjectionOut]
