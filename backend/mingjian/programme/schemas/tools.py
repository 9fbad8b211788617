"""ICT tools: catalogue, scores, and the choice for a case."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Paragraph, Schema

Kind = Literal["meeting", "transfer", "camera", "control", "chat", "other"]
Deployment = Literal["self_hosted", "private_cloud", "public_cloud", "device"]
Note = Annotated[str, StringConstraints(max_length=4000)]


class ToolsQuery(ListQuery):
    kind: Literal["", "meeting", "transfer", "camera", "control", "chat", "other"] = ""
    whose: Literal["", "body", "client"] = ""
    with_closed: bool = False


class NewTool(Input):
    name: Line
    vendor: OptionalLine = ""
    kind: Kind = "meeting"
    client_id: UUID | None = None
    deployment: Deployment = "public_cloud"
    note: Note = ""


class ToolChange(Input):
    version: int
    name: Line = ""
    vendor: OptionalLine = ""
    kind: Kind = "meeting"
    deployment: Deployment = "public_cloud"
    note: Note = ""
    is_active: bool = True


class Score(Input):
    score: Annotated[int, Field(ge=1, le=5)]
    evidence: Paragraph


class Scores(Input):
    convenience: Score
    ease: Score
    cost: Score
    security: Score


class NewAssessment(Input):
    scores: Scores
    conclusion: Note = ""


class Choice(Input):
    tool_id: UUID
    reason: Note = ""


class ScoreOut(Schema):
    aspect: str
    weight: int
    score: int
    evidence: str


class AssessmentOut(Schema):
    id: UUID
    scores: list[ScoreOut]
    total: float
    cause: str
    conclusion: str
    assessor: str
    assessed_on: date
    review_by: date


class ToolOut(Schema):
    id: UUID
    name: str
    vendor: str
    kind: str
    client_id: UUID | None
    client: str
    deployment: str
    note: str
    is_active: bool
    incident_at: datetime | None
    incident: str
    is_usable: bool
    is_overdue: bool
    newest: AssessmentOut | None
    assessments: list[AssessmentOut]
    version: int


class ToolRulesOut(Schema):
    weights: dict[str, int]
    floor: int
    review_months: int
    stamp: str


class OptionOut(Schema):
    tool_id: UUID
    name: str
    is_clients: bool
    security: int | None
    total: float | None
    is_usable: bool
    is_first: bool
    is_overdue: bool
    words: str


class AdviceOut(Schema):
    kind: str
    options: list[OptionOut]


class ChosenOut(Schema):
    kind: str
    tool_id: UUID
    name: str
    total: float
    security: int
    reason: str
    advice: str
    chosen_at: datetime
    changed_by: str
    is_overdue: bool


class CaseToolsOut(Schema):
    chosen: list[ChosenOut]
    advice: list[AdviceOut]
    floor: int
