"""Survey campaigns: who is asked, until when, and how far it has come."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Schema
from mingjian.programme.schemas.programmes import Text
from mingjian.programme.schemas.surveys import Days


class CampaignsQuery(ListQuery):
    state: Literal["", "draft", "sending", "running", "closed"] = ""


class ChosenIn(Input):
    """Which clients are asked; every entry narrows the choice."""

    search: OptionalLine = ""
    schemes: Annotated[list[Line], Field(max_length=8)] = Field(default_factory=list)
    with_open_case: bool = False
    unanswered_months: Annotated[int, Field(ge=0, le=60)] = 0
    """Only those who have not answered a survey for so many months; 0: everybody."""
    without: Annotated[list[UUID], Field(max_length=2000)] = Field(default_factory=list)
    """Left out by hand."""


class NewCampaign(Input):
    title: Line
    message: Text = ""
    due_on: date | None = None
    reminders: Days | None = None
    chosen: ChosenIn = ChosenIn()


class CampaignChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    title: Line = ""
    message: Text = ""
    due_on: date | None = None
    reminders: Days = Field(default_factory=list)
    chosen: ChosenIn = ChosenIn()


class ChoiceOut(Schema):
    """A client that fits the filter; ``skipped`` says why it is not asked."""

    client_id: UUID
    client: str
    schemes: list[str]
    skipped: str


class PreviewOut(Schema):
    asked: int
    choices: list[ChoiceOut]


class CampaignOut(Schema):
    id: UUID
    title: str
    message: str
    edition: str
    state: str
    due_on: date | None
    reminders: list[int]
    chosen: ChosenIn
    sent_at: datetime | None
    version: int
    recipients: int
    """How many are to be asked; ``asked`` of them have a survey by now."""
    asked: int
    answered: int
    outstanding: int
    closed: int
