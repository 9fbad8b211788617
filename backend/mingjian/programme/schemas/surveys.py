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


class DeviceAnswer(Input):
    count: Count | None = None
    remark: OptionalLine = ""


class NetworkAnswer(Input):
    kind: Literal["", "wired", "wifi", "mobile", "none"] = ""
    up_mbps: Mbps | None = None
    down_mbps: Mbps | None = None
    remark: OptionalLine = ""


class SiteAnswer(Input):
    devices: dict[Code, DeviceAnswer] = Field(default_factory=dict)
    has_none: bool = False
    network: NetworkAnswer = NetworkAnswer()


class PersonAnswer(Input):
    has: bool | None = None
    name: OptionalLine = ""
    phone: OptionalLine = ""


class AreaAnswer(Input):
    site: Key = ""
    scene: Code = ""
    what: OptionalLine = ""
    alternative: OptionalLine = ""


class SecureAreasAnswer(Input):
    has: bool | None = None
    areas: Annotated[list[AreaAnswer], Field(max_length=100)] = Field(default_factory=list)


class NoiseAnswer(Input):
    site: Key = ""
    scene: Code = ""
    level: Literal["", "quiet", "moderate", "loud", "very_loud"] = ""
    dba: Decibels | None = None
    plan: OptionalLine = ""


class MeetingToolAnswer(Input):
    name: OptionalLine = ""
    is_own: bool = True


class WillingnessAnswer(Input):
    answer: Literal["", "yes", "partly", "no"] = ""
    ground: Text = ""


class SurveyAnswersIn(Input):
    """Everything typed so far; whatever is left out is not answered yet."""

    sites: Annotated[dict[Key, SiteAnswer], Field(max_length=300)] = Field(default_factory=dict)
    people: dict[Code, PersonAnswer] = Field(default_factory=dict)
    secure_areas: SecureAreasAnswer = SecureAreasAnswer()
    noise: Annotated[list[NoiseAnswer], Field(max_length=200)] = Field(default_factory=list)
    meeting_tool: MeetingToolAnswer = MeetingToolAnswer()
    willingness: WillingnessAnswer = WillingnessAnswer()


class SurveyDraft(Input):
    version: int
    answers: SurveyAnswersIn


class NewSurvey(Input):
    """``send``: ask the client at once, by a letter."""

    due_on: date | None = None
    message: Text = ""
    reminders: Days | None = None
    send: bool = True


class SurveyDeclaration(Input):
    """``name`` declares that the answers are true."""

    version: int
    name: Line


class SurveyItem(Schema):
    code: str
    words: str
    hint: str


class SurveyScene(Schema):
    code: str
    words: str


class QuestionnaireOut(Schema):
    edition: str
    devices: list[SurveyItem]
    people: list[SurveyItem]
    networks: list[SurveyItem]
    levels: list[SurveyItem]
    willingness: list[SurveyItem]
    scenes: list[SurveyScene]


class SurveyPlace(Schema):
    id: str
    name: str


class SurveyRemark(Schema):
    path: str
    words: str


class SurveyLine(Schema):
    path: str
    group: str
    label: str
    value: str


class SurveyDifference(Schema):
    path: str
    group: str
    label: str
    before: str
    after: str


class PreviousAnswers(Schema):
    id: UUID
    answered_at: datetime
    answered_by: str
    answers: dict[str, Any]


class SavedSurvey(Schema):
    """What the form shows after each saving."""

    version: int
    missing: list[SurveyRemark]
    warnings: list[SurveyRemark]
    differences: list[SurveyDifference]


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
    answers: SurveyAnswersIn
    places: list[SurveyPlace]
    is_open: bool
    missing: list[SurveyRemark]
    warnings: list[SurveyRemark]
    lines: list[SurveyLine]
    previous: PreviousAnswers | None
    differences: list[SurveyDifference]


class CaseSurveyOut(Schema):
    """``survey`` is the case's own; ``standing`` an answer to a campaign that serves meanwhile."""

    survey: SurveyOut | None
    standing: SurveyOut | None
