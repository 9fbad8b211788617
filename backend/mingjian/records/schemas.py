"""Records as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import Field, StringConstraints

from mingjian.kit.schema import Input
from mingjian.programme.schemas.clauses import ClauseRefOut, Clauses

VerdictCode = Literal["", "conforms", "check", "deviates", "observation", "not_applicable"]
Text = Annotated[str, StringConstraints(max_length=8000)]


class RecordWords(Input):
    """What is written; ``evidence`` are ids of items, in the order in which they are cited."""

    text: Text = ""
    verdict: VerdictCode = ""
    clauses: Clauses = Field(default_factory=list)
    line: UUID | None = None
    evidence: Annotated[list[UUID], Field(max_length=100)] = Field(default_factory=list)


class NewRecord(RecordWords):
    """``question_id`` makes it the answer to a question; its clauses are then the question's."""

    question_id: UUID | None = None


class RecordRevision(RecordWords):
    """``revision`` is the one that the form showed."""

    revision: int


class RecordWithdrawal(Input):
    revision: int
    reason: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class CitedOut(NinjaSchema):
    id: UUID
    code: str
    name: str


class RecordEntryOut(NinjaSchema):
    thread: UUID
    revision: int
    question_id: UUID | None
    line: UUID | None
    clauses: list[ClauseRefOut]
    verdict: VerdictCode
    text: str
    evidence: list[CitedOut]
    author_id: UUID
    author_name: str
    written_at: datetime
    withdrawn_reason: str


class RecordQuestionOut(NinjaSchema):
    """A question of the checklist with its one answer."""

    id: UUID
    origin: str
    text: str
    guidance: str
    clauses: list[ClauseRefOut]
    line: UUID | None
    member: UUID | None
    preparation: str
    answer: RecordEntryOut | None


class RecordStandardOut(NinjaSchema):
    """``lacking``: clauses to be covered of which nothing with a verdict speaks yet."""

    scheme: str
    clauses: int
    lacking: list[str]
    deviations: int


class RecordOut(NinjaSchema):
    questions: list[RecordQuestionOut]
    notes: list[RecordEntryOut]
    standards: list[RecordStandardOut]
    answered: int


class StandardLineOut(NinjaSchema):
    clause: str
    title: str
    entries: list[RecordEntryOut]


def words_of(given: RecordWords) -> dict[str, Any]:
    """As the services take them."""
    return given.model_dump(include=set(RecordWords.model_fields))
