"""Rule packs."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from mingjian.kit.schema import Input, Line, Schema
from mingjian.programme.schemas.sentences import Sentence


class PacksQuery(Input):
    format: Literal["json", "xlsx"] = "json"


class NewPackDraft(Input):
    """``based_on`` is the key of the edition whose values the draft starts with."""

    based_on: Line
    edition: Line
    effective_from: date


class PackDraftChange(Input):
    version: int
    content: dict[str, Any]


class PackSummary(Schema):
    key: str
    code: str
    edition: str
    stamp: str
    jurisdiction: str
    title: Sentence
    effective_from: date
    effective_to: date | None
    source: str
    state: Literal["shipped", "draft", "released", "superseded"]
    is_in_force: bool


class PackGroup(Schema):
    name: str
    title: Sentence
    source: str
    clause: str
    note: Sentence
    values: dict[str, Any]


class PackDifference(Schema):
    parameter: str
    place: str
    before: str
    after: str


class PackOut(PackSummary):
    """One edition with its values; the person's part is empty for a shipped one."""

    groups: list[PackGroup]
    content: dict[str, Any]
    follows: str
    """The edition that it follows or would follow."""
    differences: list[PackDifference]
    version: int
    author: str
    released_by: str
    released_at: datetime | None
    signature: str
    may_release: bool


class TimeChange(Schema):
    key: str
    basis: Sentence
    clause: str
    is_direct: bool
    before: str | None
    after: str | None
    total_before: str | None
    total_after: str | None


class TouchedCase(Schema):
    case_id: UUID
    number: str
    client: str
    kind: str
    starts_on: date | None
    before: str | None
    after: str | None
    changes: list[TimeChange]
