"""Samples."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import AwareDatetime, Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Paragraph, Schema
from mingjian.programme.schemas.clauses import ClauseRefOut, Clauses

SampleState = Literal["waiting", "reading", "ready", "refused", "drawing", "drawn", "issued"]
ListStateName = Literal["waiting", "reading", "ready", "refused"]
DrawStateName = Literal["drawing", "drawn", "issued", "discarded"]
SizeRuleName = Literal["given", "root", "root_each", "each"]
FaultKind = Literal["empty", "without_key", "too_wide", "duplicates"]
ColumnNumber = Annotated[int, Field(ge=0, lt=200)]
Count = Annotated[int, Field(ge=0, le=1000)]
OptionalText = Annotated[str, StringConstraints(max_length=2000)]


class SampleQuery(ListQuery):
    pass


class DrawnQuery(ListQuery):
    pass


class SampleIn(Input):
    """With ``due_at`` the client is asked for the list ``wanted``."""

    what: Paragraph
    wanted: Paragraph
    due_at: AwareDatetime | None = None
    clauses: Clauses = Field(default_factory=list)
    plan_item_id: UUID | None = None
    site_id: UUID | None = None


class SampleListIn(Input):
    item_id: UUID
    key_column: ColumnNumber = 0


class DrawIn(Input):
    """``column`` makes strata; ``size`` goes with ``given``, ``each`` with ``each``, ``factor``
    with the roots; ``note`` says why a list with faults serves."""

    column: ColumnNumber | None = None
    size_rule: SizeRuleName
    size: Count = 0
    each: dict[str, Count] = Field(default_factory=dict, max_length=100)
    factor: Literal["", "initial", "surveillance", "recertification"] = ""
    note: OptionalText = ""


class IssueIn(Input):
    due_at: AwareDatetime


class ReplacementIn(Input):
    row_id: UUID
    reason: Paragraph


class DiscardIn(Input):
    reason: Paragraph


class SampleOut(Schema):
    id: UUID
    case_id: UUID
    code: str
    what: str
    wanted: str
    clauses: list[ClauseRefOut]
    plan_item_id: UUID | None
    plan_item: str
    site_id: UUID | None
    site: str
    commitment: str
    seed: str
    """Empty before the first draw."""
    committed_at: datetime
    committed_by: str
    state: SampleState
    asked_id: UUID | None
    asked_code: str
    asked_state: str
    drawn: int
    rounds: int


class ListFaultsOut(NinjaSchema):
    count: int
    rows: list[list[int]]
    """As a spreadsheet numbers them; a repeated key names the row that had it first."""


class SampleListOut(NinjaSchema):
    id: UUID
    state: ListStateName
    problem: str
    row_count: int
    key_column: int
    faults: dict[FaultKind, ListFaultsOut]
    headings: list[str]
    preview: list[list[str]]
    strata: dict[str, dict[str, int]]
    """Column, counted from 0 → value → rows."""
    item_id: UUID
    item_code: str
    item_name: str
    item_seq: int
    canonical_id: UUID | None
    canonical_code: str
    sha256: str
    given_by: str
    given_at: datetime


class DrawOut(NinjaSchema):
    id: UUID
    list_id: UUID
    round: int
    column: int | None
    size_rule: SizeRuleName
    factor: str
    stamp: str
    total: int
    sizes: dict[str, int]
    state: DrawStateName
    note: str
    reason: str
    replaced: int
    drawn_by: str
    drawn_at: datetime
    due_at: datetime | None
    issued_at: datetime | None
    discarded_by: str
    discarded_at: datetime | None


class WholeSampleOut(SampleOut):
    committed_seq: int
    stamp: str
    factors: dict[str, float]
    lists: list[SampleListOut]
    draws: list[DrawOut]


class DrawnRowOut(NinjaSchema):
    id: UUID
    number: int
    rank: str
    place: int
    stratum: str
    cells: list[str]
    reason: str
    replaces: int | None
    replaced_at: datetime | None
    replaced_by: str
    request_id: UUID | None
    request_code: str
    request_state: str


class SampleRecordOut(NinjaSchema):
    """Where the journal says that the seed came before the list."""

    format: str
    sample: str
    audit: str
    commitment: str
    seed: str
    population_sha256: str
    round: int
    stratum_column: int | None
    committed_at: datetime
    committed_entry: int | None
    list_item: str
    list_sha256: str
    list_entry: int | None


class DrawFileOut(SampleRecordOut):
    drawn: dict[str, list[int]]


class SampleProofOut(SampleRecordOut):
    drawn_numbers: list[int]


class SamplingCounts(NinjaSchema):
    samples: int
    drawn: int
    asked: int
    refused: int
    overdue: int
    replaced: int
    discarded: int


class SamplingCountsOut(NinjaSchema):
    client: str
    here: SamplingCounts
    everywhere: SamplingCounts
