"""Interests and declarations."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, Paragraph, Schema

Kind = Literal[
    "employment",
    "consultancy",
    "internal_audit",
    "training",
    "family",
    "shares",
    "competitor",
    "other",
]
Details = Annotated[str, StringConstraints(max_length=1000)]


class InterestsQuery(ListQuery):
    decision: Literal["", "open", "accepted", "safeguarded", "excluded"] = ""
    client_id: UUID | None = None
    person_id: UUID | None = None


class NewInterest(Input):
    person_id: UUID
    client_id: UUID
    kind: Kind
    since: date
    until: date | None = None
    details: Details = ""


class InterestChange(Input):
    version: int
    kind: Kind = "other"
    since: date = date.min
    until: date | None = None
    details: Details = ""


class Decision(Input):
    version: int
    decision: Literal["accepted", "safeguarded", "excluded"]
    treatment: Details = ""
    reason: Paragraph


class InterestOut(Schema):
    id: UUID
    person_id: UUID
    person: str
    client_id: UUID
    client: str
    kind: str
    since: date
    until: date | None
    details: str
    treatment: str
    decision: str
    decided_by: str
    decided_at: datetime | None
    decision_reason: str
    standing: Literal["clear", "watch", "conflict"]
    free_from: date | None
    """From when on the rules alone no longer exclude the person."""
    clause: str
    version: int


class DeclarationsQuery(ListQuery):
    year: int | None = Field(None, ge=2000, le=2999)
    case_id: UUID | None = None


class NewDeclaration(Input):
    """Without ``case_id`` it is the declaration of this year."""

    case_id: UUID | None = None
    signed_name: Line
    has_interests: bool = False


class DeclarationOut(Schema):
    id: UUID
    person_id: UUID
    person: str
    case_id: UUID | None
    case: str
    year: int
    statement: str
    has_interests: bool
    signed_name: str
    signed_at: datetime


class DueOut(Schema):
    """A declaration that the viewer still owes, with the words to sign."""

    case_id: UUID | None
    subject: str
    statement: str


class OwedOut(Schema):
    mine: list[DueOut]
    lacking: list[str]
    """Names of people who have not signed this year; for those who look after the register."""
