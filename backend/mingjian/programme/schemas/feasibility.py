"""Suitability, conditions, decision and contingency plan of a case."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, StringConstraints

from mingjian.kit.schema import Email, Input, Line, OptionalLine, Paragraph, Phone, Schema
from mingjian.programme.schemas.agreements import AgreementOut
from mingjian.programme.schemas.cases import LongText, Mode

Score = Annotated[int, Field(ge=0, le=2)]
VerdictCode = Literal["remote_ok", "limited", "forbidden"]
Means = Literal["video", "voice", "phone_photos", "text", "email"]
Presentation = Annotated[str, StringConstraints(max_length=1000)]
Name = Annotated[str, StringConstraints(max_length=100, pattern=r"^[^\n\r\t]*$")]


class NewScene(Input):
    site_id: UUID
    scene: str
    name: Name = ""
    factors: dict[str, Score] = Field(default_factory=dict)
    presentation: Presentation = ""


class SceneChange(Input):
    """Only what is given changes."""

    version: int
    name: Name = ""
    factors: dict[str, Score] = Field(default_factory=dict)
    presentation: Presentation = ""


class NewOverride(Input):
    scheme: str
    verdict: VerdictCode
    reason: Paragraph


class OverrideAnswer(Input):
    version: int
    is_confirmed: bool
    answer: LongText = ""


class Judgement(Input):
    holds: bool | None = None
    note: LongText = ""


class Judgements(Input):
    """``version`` 0 where nothing was judged yet."""

    version: int
    conditions: dict[str, Judgement]


class Decide(Input):
    mode: Mode
    reason: LongText = ""


class ContactIn(Input):
    name: Line
    role: OptionalLine = ""
    phone: Phone


class Rung(Input):
    from_: Annotated[Means, Field(alias="from")]
    to: Means
    after_minutes: Annotated[int, Field(ge=0, le=480)]


class ContingencyChange(Input):
    """Only what is given changes; ``version`` 0 where nothing was saved yet."""

    version: int
    body_contacts: Annotated[list[ContactIn], Field(max_length=10)] = Field(default_factory=list)
    client_contacts: Annotated[list[ContactIn], Field(max_length=10)] = Field(default_factory=list)
    ladder: Annotated[list[Rung], Field(max_length=10)] = Field(default_factory=list)
    decides: OptionalLine = ""
    reserve_dates: Annotated[list[date], Field(max_length=10)] = Field(default_factory=list)
    note: LongText = ""

    def values(self) -> dict[str, Any]:
        """As the service takes them: plain JSON."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"version"})


class NamedCoordinator(Input):
    """Somebody the client has already, or somebody new with name and address."""

    person_id: UUID | None = None
    name: OptionalLine = ""
    email: Email | None = None
    phone: Phone = ""


Said = Annotated[str, BeforeValidator(str)]
"""``Words`` in the language of the request."""


class VerdictOut(Schema):
    scheme: str
    verdict: str
    default: str
    why: Said
    clause: str
    stamp: str


class OverrideOut(Schema):
    id: UUID
    scheme: str
    verdict: str
    reason: str
    proposed_by: str
    proposed_as: str
    proposed_at: datetime
    state: str
    answered_by: str
    answered_as: str
    answered_at: datetime | None
    answer: str
    version: int


class SceneOut(Schema):
    id: UUID
    site_id: UUID
    site: str
    scene: str
    name: str
    factors: dict[str, int]
    presentation: str
    verdict: str
    verdicts: list[VerdictOut]
    overrides: list[OverrideOut]
    version: int


class GroundOut(Schema):
    effect: str
    source: Said
    words: Said


class ConditionOut(Schema):
    code: str
    words: Said
    holds: bool | None
    note: str
    hints: list[GroundOut]


class ProposalOut(Schema):
    result: str
    mode: str
    grounds: list[GroundOut]


class DecisionOut(Schema):
    number: int
    proposed: str
    mode: str
    reason: str
    decided_by: str
    decided_at: datetime
    grounds: list[GroundOut]
    stamps: list[str]


class ContactOut(Schema):
    name: str
    role: str = ""
    phone: str


class RungOut(Schema):
    from_: Annotated[str, Field(alias="from")]
    to: str
    after_minutes: int


class ContingencyOut(Schema):
    body_contacts: list[ContactOut]
    client_contacts: list[ContactOut]
    ladder: list[RungOut]
    rungs: list[Said]
    """The ladder in words."""
    decides: str
    reserve_dates: list[date]
    note: str
    missing: list[Said]
    version: int


class CoordinatorOut(Schema):
    id: UUID
    name: str
    phone: str
    email: str


class FeasibilityOut(Schema):
    scenes: list[SceneOut]
    conditions: list[ConditionOut]
    conditions_version: int
    conditions_edition: str
    proposal: ProposalOut
    decisions: list[DecisionOut]
    contingency: ContingencyOut
    agreements: list[AgreementOut]
    coordinator: CoordinatorOut | None
    can_override: bool
    """Whether the reader is the programme manager or leads this very audit."""
