"""Qualifications, and people × schemes."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Schema
from mingjian.programme.schemas.programmes import Codes

QualifiedAs = Literal["LA", "AU", "TE", "TR", "REV", "DM"]
Evidence = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class QualificationsQuery(ListQuery):
    """``code`` finds whoever covers it, also by a parent code."""

    scheme: str = Field("", max_length=10)
    role: Literal["", "LA", "AU", "TE", "TR", "REV", "DM"] = ""
    code: str = Field("", max_length=20)
    state: Literal["", "valid", "expiring", "expired", "withdrawn"] = ""
    person_id: UUID | None = None


class NewQualification(Input):
    person_id: UUID
    scheme: str
    role: QualifiedAs
    codes: Codes = Field(default_factory=list)
    valid_from: date
    valid_to: date | None = None
    evidence: Evidence


class QualificationChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    codes: Codes = Field(default_factory=list)
    valid_from: date = date.min
    valid_to: date | None = None
    evidence: Evidence = "-"


class QualificationOut(Schema):
    id: UUID
    person_id: UUID
    person: str
    scheme: str
    role: str
    codes: list[str]
    valid_from: date
    valid_to: date | None
    evidence: str
    granted_by_id: UUID
    granted_by: str
    state: Literal["valid", "expiring", "expired", "future", "withdrawn"]
    ended_at: datetime | None
    ended_reason: str
    version: int


class CellOut(Schema):
    scheme: str
    held: list[QualificationOut]


class PersonRow(Schema):
    person_id: UUID
    person: str
    cells: list[CellOut]


class MatrixOut(Schema):
    schemes: list[str]
    people: list[PersonRow]
