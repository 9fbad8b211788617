"""The library of questions and the checklists of audits."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Schema
from mingjian.programme.schemas.cases import LongText
from mingjian.programme.schemas.clauses import ClauseRefOut, Clauses

QuestionText = Annotated[
    str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\n\r\t]*$")
]
Wording = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\n\r\t]*$")]
Guidance = Annotated[str, StringConstraints(max_length=1000)]


class QuestionsQuery(ListQuery):
    scheme: Annotated[str, StringConstraints(max_length=10)] = ""
    with_retired: bool = False


class NewQuestion(Input):
    text: QuestionText
    text_en: Wording = ""
    guidance: Guidance = ""
    clauses: Clauses


class QuestionChange(Input):
    version: int
    text: QuestionText = ""
    text_en: Wording = ""
    guidance: Guidance = ""
    clauses: Clauses = Field(default_factory=list)
    is_active: bool = True


class QuestionOut(Schema):
    id: UUID
    text: str
    text_en: str
    guidance: str
    clauses: list[ClauseRefOut]
    is_active: bool
    version: int


class NewCaseQuestion(Input):
    text: QuestionText
    clauses: Clauses
    is_from_last_audit: bool = False
    line: UUID | None = None
    member: UUID | None = None


class CaseQuestionChange(Input):
    version: int
    line: UUID | None = None
    member: UUID | None = None
    preparation: LongText = ""


class CaseQuestionOut(Schema):
    id: UUID
    question_id: UUID | None
    question_version: int
    origin: str
    text: str
    guidance: str
    clauses: list[ClauseRefOut]
    line: UUID | None
    member: UUID | None
    preparation: str
    version: int


class ChecklistLineOut(Schema):
    line: UUID | None
    title: str
    local_start: str
    local_end: str
    clauses: list[ClauseRefOut]


class AskerOut(Schema):
    id: UUID
    name: str
    role: str


class ChecklistStandardOut(Schema):
    """What one standard gets from the questions."""

    scheme: str
    questions: int
    clauses: int
    lacking: list[str]


class ChecklistOut(Schema):
    questions: list[CaseQuestionOut]
    lines: list[ChecklistLineOut]
    members: list[AskerOut]
    standards: list[ChecklistStandardOut]
    prepared: int
