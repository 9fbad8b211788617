"""Audit programmes."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, Schema

Text = Annotated[str, StringConstraints(max_length=1000)]
Schemes = Annotated[list[Line], Field(min_length=1, max_length=8)]
Codes = Annotated[list[Line], Field(max_length=50)]
Jurisdiction = Literal["CN", "IAF"]


class ProgrammesQuery(ListQuery):
    client_id: UUID | None = None
    state: Literal["", "draft", "approved", "running", "change_pending", "closed"] = ""


class NewProgramme(Input):
    client_id: UUID
    cycle: Annotated[int, Field(ge=1, le=99)] = 1
    schemes: Schemes
    scope: Text = ""
    scope_codes: Codes = Field(default_factory=list)
    jurisdiction: Jurisdiction = "CN"
    certified_on: date | None = None
    expires_on: date | None = None


class ProgrammeChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    schemes: Schemes = Field(default_factory=list)
    scope: Text = ""
    scope_codes: Codes = Field(default_factory=list)
    jurisdiction: Jurisdiction = "CN"
    certified_on: date | None = None
    expires_on: date | None = None


class ProgrammeOut(Schema):
    id: UUID
    client_id: UUID
    client: str
    cycle: int
    schemes: list[str]
    scope: str
    scope_codes: list[str]
    jurisdiction: str
    state: str
    manager_id: UUID | None
    manager: str
    certified_on: date | None
    expires_on: date | None
    inputs: dict[str, Any]
    version: int
