"""Audit cases and their teams."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Paragraph, Schema
from mingjian.programme.schemas.programmes import Codes, Schemes, Text

Kind = Literal[
    "stage_1",
    "stage_2",
    "surveillance",
    "recertification",
    "special",
    "short_notice",
    "supplementary",
    "transfer",
]
Mode = Literal["on_site", "remote", "hybrid"]
TeamRole = Literal["LA", "AU", "TE", "TR", "OBS", "INT"]
LongText = Annotated[str, StringConstraints(max_length=4000)]
Days = Annotated[Decimal, Field(ge=0, le=999, multiple_of=Decimal("0.5"))]


class CasesQuery(ListQuery):
    """``state`` is one state, ``open`` for every case that is not closed, or ``any``."""

    client_id: UUID | None = None
    programme_id: UUID | None = None
    state: str = "open"
    mode: Literal["", "on_site", "remote", "hybrid"] = ""


class NewCase(Input):
    programme_id: UUID
    kind: Kind
    sequence: Annotated[int, Field(ge=1, le=9)] = 1
    schemes: Schemes | None = None
    mode: Mode = "on_site"
    due_from: date | None = None
    due_by: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    objectives: LongText = ""
    scope: Text = ""
    criteria: Text = ""


class PastMember(Input):
    person_id: UUID
    role: TeamRole


class PastCase(NewCase):
    """An audit held before this platform; without a number it gets the next one."""

    number: Annotated[str, StringConstraints(max_length=30)] = ""
    team: Annotated[list[PastMember], Field(max_length=30)] = Field(default_factory=list)


class CaseChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    schemes: Schemes = Field(default_factory=list)
    mode: Mode = "on_site"
    due_from: date | None = None
    due_by: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    objectives: LongText = ""
    scope: Text = ""
    criteria: Text = ""
    coordinator_id: UUID | None = None


class Advance(Input):
    to: str


class NewMember(Input):
    person_id: UUID
    role: TeamRole
    schemes: list[str] = Field(default_factory=list)
    codes: Codes = Field(default_factory=list)
    days: Days = Decimal(0)
    is_remote: bool = False
    override_reason: LongText = ""
    """Why the person is assigned in spite of the warnings."""


class MemberChange(Input):
    version: int
    role: TeamRole = "AU"
    schemes: list[str] = Field(default_factory=list)
    codes: Codes = Field(default_factory=list)
    days: Days = Decimal(0)
    is_remote: bool = False
    override_reason: LongText = ""


class MemberRelease(Input):
    version: int
    reason: Paragraph


class MemberOut(Schema):
    id: UUID
    person_id: UUID
    name: str
    role: str
    schemes: list[str]
    codes: list[str]
    days: float
    is_remote: bool
    override_reason: str
    ended_at: datetime | None
    ended_reason: str
    version: int


class StepOut(Schema):
    step: str
    state: Literal["done", "current", "waiting", "stopped"]
    missing: int


class FactOut(Schema):
    """One thing that is so, or that is missing; sentences are in the reader's language."""

    key: str
    step: str
    is_met: bool
    words: str
    gate: str
    role: str
    href: str
    verb: str

    @staticmethod
    def resolve_words(fact: object) -> str:
        return str(getattr(fact, "words", ""))

    @staticmethod
    def resolve_verb(fact: object) -> str:
        return str(getattr(fact, "verb", None) or "")


class CaseSummary(Schema):
    id: UUID
    client_id: UUID
    client: str
    number: str
    kind: str
    sequence: int
    schemes: list[str]
    mode: str
    state: str
    due_by: date | None
    starts_on: date | None
    ends_on: date | None


class CaseOut(CaseSummary):
    programme_id: UUID
    state_at: datetime
    state_reason: str
    due_from: date | None
    objectives: str
    scope: str
    criteria: str
    coordinator_id: UUID | None
    version: int
    is_closed: bool
    team: list[MemberOut]
    steps: list[StepOut]
    facts: list[FactOut]
