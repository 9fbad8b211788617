"""Risk matrices and planning inputs."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.schema import Input, Line, Paragraph, Schema

Stakeholder = Literal["client", "body", "authority", "certificate_users", "employees", "neighbours"]
Sign = Literal["threat", "opportunity"]
Factor = Literal["process", "technology", "people", "compliance"]
Dimension = Literal["effectiveness", "efficiency"]
Grade = Annotated[int, Field(ge=1, le=5)]
Text = Annotated[str, StringConstraints(max_length=1000)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class NewRiskMatrix(Input):
    """``copy_from`` is one of the case's sources; without it the matrix starts empty."""

    copy_from: UUID | None = None


class RiskApproval(Input):
    """``mode`` or ``exception`` only where more is left than a remote audit may bear."""

    version: int
    mode: Literal["", "hybrid", "on_site"] = ""
    exception: Text = ""


class NewRiskNeed(Input):
    stakeholder: Stakeholder
    text: Sentence


class RiskNeedChange(Input):
    """``version`` is the one that the form showed."""

    version: int
    stakeholder: Stakeholder
    text: Sentence


class RiskRowIn(Input):
    need_line: UUID | None = None
    sign: Sign = "threat"
    factor: Factor
    dimension: Dimension
    text: Sentence
    cause: Text = ""
    likelihood: Grade | None = None
    impact: Grade | None = None
    treatment: Text = ""
    treated_by_id: UUID | None = None
    due_on: date | None = None
    residual_likelihood: Grade | None = None
    residual_impact: Grade | None = None


class RiskRowChange(RiskRowIn):
    """``version`` is the one that the form showed."""

    version: int


class RiskFromLibrary(Input):
    codes: Annotated[list[Line], Field(min_length=1, max_length=60)]
    need_line: UUID | None = None


class TreatmentDone(Input):
    version: int
    outcome: Paragraph


class RiskDifferenceQuery(Input):
    """The numbers of two versions."""

    before: int
    after: int


class RiskQuery(Input):
    """``number`` is that of an earlier version; 0 is the newest."""

    number: int = 0


class RiskNeedOut(Schema):
    id: UUID
    line: UUID
    stakeholder: Stakeholder
    text: str
    version: int


class RiskRowOut(Schema):
    id: UUID
    line: UUID
    need_line: UUID | None
    sign: Sign
    factor: Factor
    dimension: Dimension
    text: str
    cause: str
    likelihood: int | None
    impact: int | None
    treatment: str
    treated_by_id: UUID | None
    treated_by_name: str
    due_on: date | None
    residual_likelihood: int | None
    residual_impact: int | None
    state: str
    done_at: datetime | None
    outcome: str
    code: str
    version: int
    level: str
    residual: str
    """The level after treatment; where nothing was graded anew, that before."""
    notes: list[str] = Field(default_factory=list)
    """The analysis of off-site information that led to it; nothing for a client."""


class RiskMatrixOut(Schema):
    id: UUID
    number: int
    state: str
    author_id: UUID | None
    author_name: str
    approver_name: str
    scored_at: datetime | None
    approved_at: datetime | None
    exception: str
    returned_reason: str
    change_reason: str
    is_template: bool
    is_own: bool
    """Whether the reader handed it in, and so does not approve it."""
    version: int
    needs: list[RiskNeedOut]
    rows: list[RiskRowOut]
    gaps: list[str]
    too_high: list[str]
    changes: list[str]
    """What has changed since the approval: each asks for a new version."""


class RiskGradeOut(Schema):
    grade: int
    name: str
    means: str


class RiskLevelOut(Schema):
    code: str
    shade: int
    name: str
    means: str


class RiskScaleOut(Schema):
    stamp: str
    title: str
    likelihood: list[RiskGradeOut]
    impact: list[RiskGradeOut]
    levels: list[RiskLevelOut]
    cells: list[list[str]]
    treatment_from: str
    most_residual: str
    exception_allowed: bool


class RiskVersionOut(Schema):
    number: int
    state: str
    approved_at: datetime | None
    approver_name: str
    change_reason: str


class RiskOut(Schema):
    matrix: RiskMatrixOut | None
    scale: RiskScaleOut
    versions: list[RiskVersionOut]


class RiskLevelTotals(Schema):
    code: str
    name: str
    threat_before: int
    threat_after: int
    opportunity_before: int
    opportunity_after: int


class RiskTotals(Schema):
    number: int | None
    approved_at: datetime | None
    has_exception: bool
    levels: list[RiskLevelTotals]


class RiskSourceOut(Schema):
    id: UUID
    case: str
    approved_at: datetime
    is_template: bool


class TreatmentOwnerOut(Schema):
    id: UUID
    name: str


class RiskSuggestionOut(Schema):
    code: str
    sign: Sign
    factor: Factor
    dimension: Dimension
    text: str
    cause: str
    treatment: str
    likelihood: int
    impact: int
    because: list[str]
    """Planning inputs that call for it."""


class RiskDifferenceOut(Schema):
    line: str
    kind: str
    text: str
    fields: list[str]


class PlanningAnswerIn(Input):
    grade: str
    reason: Text = ""


class PlanningInputsIn(Input):
    """By the code of the input; ``version`` is the programme's."""

    version: int
    answers: dict[str, PlanningAnswerIn]


class PlanningGradeOut(Schema):
    grade: str
    means: str


class PlanningInputOut(Schema):
    code: str
    title: str
    grades: list[PlanningGradeOut]
    grade: str
    reason: str


class PlanningInputsOut(Schema):
    version: int
    inputs: list[PlanningInputOut]
