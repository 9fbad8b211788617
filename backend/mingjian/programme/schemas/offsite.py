"""Off-site information."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.schema import Input, Line, OptionalLine, Schema
from mingjian.programme.schemas.risks import Dimension, Factor, Sign

LongText = Annotated[str, StringConstraints(max_length=4000)]
Sentences = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
ShortText = Annotated[str, StringConstraints(max_length=1000)]
Link = Annotated[str, StringConstraints(max_length=500, pattern=r"^(https?://\S+)?$")]
FactKind = Literal["register", "previous_audit"]


class NewInformationItem(Input):
    title: Line
    hint: OptionalLine = ""
    asked_of: Literal["client", "body"] = "client"


class InformationRequest(Input):
    """Which items to ask the client for, and by when."""

    item_ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]
    due_on: date


class InformationAnswer(Input):
    """In words, with a link, or by the promise to hand files over through the vault."""

    version: int
    answer: LongText = ""
    link: Link = ""
    by_vault: bool = False


class PriorFactIn(Input):
    kind: FactKind
    source: Line
    seen_on: date
    statement: Sentences
    link: Link = ""
    is_open: bool = False


class PriorFactChange(PriorFactIn):
    """``version`` is the one that the form showed."""

    version: int


class AnalysisNoteIn(Input):
    """What follows from an item, a fact, or (with neither) from all of it."""

    item_id: UUID | None = None
    fact_id: UUID | None = None
    text: Sentences


class NoteToRisk(Input):
    version: int
    sign: Sign = "threat"
    factor: Factor = "process"
    dimension: Dimension = "effectiveness"


class NoteToHint(Input):
    """Without words of its own the hint is the note."""

    version: int
    hint: ShortText = ""


class InformationCompletion(Input):
    version: int
    conclusion: Sentences


class InformationItemOut(Schema):
    id: UUID
    code: str
    title: str
    hint: str
    asked_of: str
    state: str
    due_on: date | None
    answer: str
    link: str
    by_vault: bool
    answered_at: datetime | None
    answered_by: str
    not_needed_reason: str
    version: int


class PriorFactOut(Schema):
    id: UUID
    kind: FactKind
    source: str
    seen_on: date
    statement: str
    link: str
    is_open: bool
    version: int


class AnalysisNoteOut(Schema):
    id: UUID
    item_id: UUID | None
    fact_id: UUID | None
    text: str
    consequence: str
    hint: str
    risk_line: UUID | None
    risk: str
    """The text of the risk that came of it."""
    author_name: str
    created_at: datetime
    version: int


class EarlierAuditOut(Schema):
    id: UUID
    number: str
    kind: str
    sequence: int
    mode: str
    state: str
    starts_on: date
    ends_on: date | None


class InformationReviewOut(Schema):
    conclusion: str
    completed_at: datetime | None
    completed_by: str
    version: int


class InformationOut(Schema):
    is_laid_out: bool
    items: list[InformationItemOut]
    facts: list[PriorFactOut]
    notes: list[AnalysisNoteOut]
    earlier: list[EarlierAuditOut]
    request_days: int
    """Days that a client is given unless somebody says otherwise."""
    review: InformationReviewOut | None
