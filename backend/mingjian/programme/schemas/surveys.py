"""Feasibility surveys: what is asked, what is typed, what is shown."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Schema
from mingjian.programme.schemas.programmes import Text

Key = Annotated[str, StringConstraints(max_length=36)]
Code = Annotated[str, StringConstraints(max_length=40)]
Count = Annotated[int, Field(ge=1, le=9999)]
Mbps = Annotated[int, Field(ge=0, le=100_000)]
Decibels = Annotated[int, Field(ge=20, le=140)]
"""Whole numbers: what is handed in goes into the journal's digest, which knows no fractions."""
Days = Annotated[list[Annotated[int, Field(ge=-60, le=120)]], Field(max_length=6)]


class SurveysQuery(ListQuery):
    client_id: UUID | None = None
    case_id: UUID | None = None
    campaign_id: UUID | None = None
    state: Literal["", "draft", "sent", "answered", "assessed", "closed"] = ""


class DeviceIn(Input):
    count: Count | None = None
    remark: OptionalLine = ""


class NetworkIn(Input):
    kind: Literal["", "wired", "wifi", "mobile", "none"] = ""
    up_mbps: Mbps | None = None
    down_mbps: Mbps | None = None
    remark: OptionalLine = ""


class SiteIn(Input):
    devices: dict[Code, DeviceIn] = Field(default_factory=dict)
    has_none: bool = False
    network: NetworkIn = NetworkIn()


class PersonIn(Input):
    has: bool | None = None
    name: OptionalLine = ""
    phone: OptionalLine = ""


class AreaIn(Input):
    site: Key = ""
    scene: Code = ""
    what: OptionalLine = ""
    alternative: OptionalLine = ""


class SecureAreasIn(Input):
    has: bool | None = None
    areas: Annotated[list[AreaIn], Field(max_length=100)] = Field(default_factory=list)


class NoiseIn(Input):
    site: Key = ""
    scene: Code = ""
    level: Literal["", "quiet", "moderate", "loud", "very_loud"] = ""
    dba: Decibels | None = None
    plan: OptionalLine = ""


class ToolIn(Input):
    name: OptionalLine = ""
    is_own: bool = True


class WillingnessIn(Input):
    answer: Literal["", "yes", "partly", "no"] = ""
    ground: Text = ""


class AnswersIn(Input):
    """Everything typed so far; whatever is left out is not answered yet."""

    sites: Annotated[dict[Key, SiteIn], Field(max_length=300)] = Field(default_factory=dict)
    people: dict[Code, PersonIn] = Field(default_factory=dict)
    secure_areas: SecureAreasIn = SecureAreasIn()
    noise: Annotated[list[NoiseIn], Field(max_length=200)] = Field(default_factory=list)
    meeting_tool: ToolIn = ToolIn()
    willingness: WillingnessIn = WillingnessIn()


class Draft(Input):
    version: int
    answers: AnswersIn


class NewSurvey(Input):
    """``send``: ask the client at once, by a letter."""

    due_on: date | None = None
    message: Text = ""
    reminders: Days | None = None
    send: bool = True


class Declaration(Input):
    """``name`` declares that the answers are true."""

    version: int
    name: Line


class ItemOut(Schema):
    code: str
    words: str
    hint: str


class QuestionnaireOut(Schema):
    edition: str
    devices: list[ItemOut]
    people: list[ItemOut]
    networks: list[ItemOut]
    levels: list[ItemOut]
    willingness: list[ItemOut]


class PlaceOut(Schema):
    id: str
    name: str


class RemarkOut(Schema):
    path: str
    words: str


class LineOut(Schema):
    path: str
    group: str
    label: str
    value: str


class DifferenceOut(Schema):
    path: str
    group: str
    label: str
    before: str
    after: str


class PreviousOut(Schema):
    id: UUID
    answered_at: datetime
    answered_by: str
    answers: dict[str, Any]


class SavedOut(Schema):
    """What the form shows after each saving."""

    version: int
    missing: list[RemarkOut]
    warnings: list[RemarkOut]
    differences: list[DifferenceOut]


class SurveySummary(Schema):
    id: UUID
    client_id: UUID
    client: str
    case_id: UUID | None
    case_number: str
    campaign_id: UUID | None
    campaign: str
    edition: str
    state: str
    due_on: date | None
    message: str
    reminders: list[int]
    reason: str
    sent_at: datetime | None
    answered_at: datetime | None
    answered_by: str
    reminded_at: datetime | None
    version: int
    changed_by: str


class SurveyOut(SurveySummary):
    answers: AnswersIn
    places: list[PlaceOut]
    is_open: bool
    missing: list[RemarkOut]
    warnings: list[RemarkOut]
    lines: list[LineOut]
    previous: PreviousOut | None
    differences: list[DifferenceOut]


class CaseSurveyOut(Schema):
    """``survey`` is the case's own; ``standing`` an answer to a campaign that serves meanwhile."""

    survey: SurveyOut | None
    standing: SurveyOut | None
