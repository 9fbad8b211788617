"""Exports of other tools."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import Field, StringConstraints

from mingjian.evidence.schemas.items import State
from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Schema

ExternalWhat = Literal["recording", "screenshot", "chat", "attendance", "clip"]
LocalTime = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$")]
Seconds = Annotated[int, Field(ge=-86_400, le=86_400)]
ColumnName = Literal["time", "name", "text", "joined", "left"]
ColumnsByName = dict[ColumnName, OptionalLine]
Consent = Annotated[str, StringConstraints(max_length=1000)]


class ExternalQuery(ListQuery):
    what: Literal["", ExternalWhat] = ""


class ExternalIn(Input):
    """``local_start`` is the tool's clock in ``zone``; ``offset_seconds`` is added to its times."""

    item_id: UUID
    what: ExternalWhat
    tool_id: UUID | None = None
    tool_name: OptionalLine = ""
    exported_by: Line
    consent: Consent = ""
    zone: Line
    local_start: LocalTime
    offset_seconds: Seconds = 0
    plan_item_id: UUID | None = None
    columns: ColumnsByName = Field(default_factory=dict)


class ExternalChange(Input):
    """``version`` is the one that the form showed; what is left out stays. ``reason`` says why
    what was entered is set right, for the journal."""

    version: int
    reason: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    tool_id: UUID | None = None
    tool_name: OptionalLine = ""
    exported_by: Line | None = None
    consent: Consent = ""
    zone: Line | None = None
    local_start: LocalTime | None = None
    offset_seconds: Seconds = 0
    plan_item_id: UUID | None = None
    columns: ColumnsByName = Field(default_factory=dict)


class ClockQuery(NinjaSchema):
    zone: str = Field(max_length=60)
    local_start: LocalTime
    offset_seconds: Seconds = 0
    plan_item_id: UUID | None = None


class ClockOut(NinjaSchema):
    """A tool's time on the platform's clock, before anything is saved."""

    starts_at: datetime
    session_seconds: int | None


class ExternalVersion(Input):
    version: int


class ExternalOut(Schema):
    id: UUID
    item_id: UUID
    code: str
    name: str
    item_state: State
    what: ExternalWhat
    tool_id: UUID | None
    tool: str
    exported_by: str
    consent: str
    zone: str
    local_start: str
    starts_at: datetime
    offset_seconds: int
    session_seconds: int | None
    """From the start of the plan's item; None where it belongs to none."""
    plan_item_id: UUID | None
    plan_item: str
    columns: dict[str, str]
    read_state: Literal["not_a_table", "waiting", "read", "unreadable"]
    read_problem: Literal["", "no_table", "no_columns", "no_lines", "too_many"]
    line_count: int
    version: int


class ExternalLineOut(NinjaSchema):
    at: datetime | None
    until: datetime | None
    name: str
    text: str


class WholeExternalOut(ExternalOut):
    lines: list[ExternalLineOut]
    headings: list[str]
    """Of the file, where its columns were not recognised."""
