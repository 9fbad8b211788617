"""Confirmation of ICT competence."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Paragraph, Schema

Area = Literal["hardware", "software"]
Items = Annotated[list[Annotated[str, StringConstraints(max_length=40)]], Field(max_length=50)]
Note = Annotated[str, StringConstraints(max_length=4000)]


class IctQuery(ListQuery):
    person_id: UUID | None = None
    state: Literal["", "due", "declared", "checked", "confirmed", "withdrawn"] = ""


class Declaration(Input):
    """``person_id``: of the person who declares; without it, oneself."""

    person_id: UUID | None = None
    area: Area
    items: Items
    note: Note = ""


class PracticalCheck(Input):
    version: int
    items: Items
    note: Paragraph


class IctOut(Schema):
    id: UUID
    person_id: UUID
    person: str
    area: str
    state: str
    declared: list[str]
    declared_note: str
    declared_at: datetime
    shown: list[str]
    checked_by: str
    checked_on: date | None
    check_note: str
    confirmed_by: str
    confirmed_on: date | None
    valid_until: date | None
    version: int


class IctPersonOut(Schema):
    person_id: UUID
    name: str
    hardware_until: date | None
    software_until: date | None
    is_confirmed: bool
    open: list[IctOut]


class IctItemOut(Schema):
    code: str
    area: str
    words: str


class IctRulesOut(Schema):
    clause: str
    valid_months: int
    items: list[IctItemOut]
