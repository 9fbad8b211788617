"""Audit plans: versions, items, what their checks find."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Paragraph, Schema
from mingjian.programme.schemas.cases import LongText
from mingjian.programme.schemas.clauses import ClauseRefOut, Clauses

ItemKind = Literal["opening", "work", "break", "team", "client_talk", "closing", "travel"]
WallTime = Annotated[str, StringConstraints(max_length=16)]
"""``2026-11-23T09:30`` on the clock of the item's zone."""
Zone = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Code = Annotated[str, StringConstraints(max_length=60)]


class NewPlan(Input):
    """``last``: from the client's last audit, on this audit's dates."""

    source: Literal["empty", "current", "last"]
    reason: LongText = ""


class NewPlanItem(Input):
    kind: ItemKind = "work"
    title: Line
    site_id: UUID | None = None
    scene: Code = ""
    local_start: WallTime
    local_end: WallTime
    zone: Zone = "Asia/Shanghai"
    clauses: Clauses = Field(default_factory=list)
    members: Annotated[list[UUID], Field(max_length=60)] = Field(default_factory=list)
    auditee: OptionalLine = ""
    method: Code = ""
    is_remote: bool = False
    ict_tool: Code = ""
    line: UUID | None = None
    """Given to bring a removed line back as the same one."""


class PlanItemChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    kind: ItemKind = "work"
    title: Line = ""
    site_id: UUID | None = None
    scene: Code = ""
    local_start: WallTime = ""
    local_end: WallTime = ""
    zone: Zone = "Asia/Shanghai"
    clauses: Clauses = Field(default_factory=list)
    members: Annotated[list[UUID], Field(max_length=60)] = Field(default_factory=list)
    auditee: OptionalLine = ""
    method: Code = ""
    is_remote: bool = False
    ict_tool: Code = ""


class PlanOverride(Input):
    key: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    reason: Paragraph


class PlanAnswer(Input):
    accepts: bool
    answer: LongText = ""


class PlanQuery(Input):
    number: int | None = None


class PlanChangesQuery(Input):
    older: int
    newer: int


class PlanItemsQuery(ListQuery):
    number: int | None = None


class PlanItemOut(Schema):
    id: UUID
    line: UUID | None
    kind: str
    title: str
    site_id: UUID | None
    site: str
    scene: str
    local_start: str
    local_end: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    clauses: list[ClauseRefOut]
    members: list[UUID]
    auditee: str
    method: str
    is_remote: bool
    ict_tool: str
    version: int


class PlanFindingOut(Schema):
    """One thing wrong with the plan: a sentence, its rule and what mends it."""

    key: str
    check: str
    words: str
    rule: str
    items: list[UUID]
    fix: str
    fix_words: str
    add_kind: str
    add_clauses: list[ClauseRefOut]
    may_override: bool
    is_blocking: bool
    """False: advice, the plan may be issued all the same."""
    reason: str
    """Why the plan is issued all the same; empty: it blocks."""
    by: str


class PlanVersionOut(Schema):
    id: UUID
    number: int
    state: str
    issued_at: datetime | None
    answered_at: datetime | None
    answer: str
    change_reason: str
    version: int


class PlanOut(PlanVersionOut):
    items: list[PlanItemOut]
    passed: int
    findings: list[PlanFindingOut]
    planned_days: float
    required_days: float | None


class CodeNameOut(Schema):
    code: str
    name: str


class PlanClauseOut(Schema):
    scheme: str
    code: str
    title: str
    is_required: bool


class PlanToolOut(CodeNameOut):
    """``standing``: chosen, open, refused, or former (only where an item names it)."""

    kind: str
    standing: str
    is_overdue: bool
    words: str


class PlanChoicesOut(Schema):
    clauses: list[PlanClauseOut]
    scenes: list[CodeNameOut]
    methods: list[CodeNameOut]
    tools: list[PlanToolOut]
    clause_note: str


class PlanSiteOut(Schema):
    id: UUID
    name: str
    zone: str


class PlanBoardOut(Schema):
    """One version of the plan with everything that its editor needs."""

    versions: list[PlanVersionOut]
    plan: PlanOut | None
    choices: PlanChoicesOut
    sites: list[PlanSiteOut]
    can_copy_last: bool


class PlanChangeOut(Schema):
    kind: Literal["added", "removed", "changed"]
    title: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    fields: list[str]


class TalkPoint(Input):
    is_settled: bool = False
    note: Annotated[str, StringConstraints(max_length=1000)] = ""


class TalkInput(Input):
    version: int
    points: dict[str, TalkPoint]
    held_local: WallTime = ""
    """When it was held, on the clock of ``zone``; empty: not held yet."""
    zone: Zone = "Asia/Shanghai"
    attended: OptionalLine = ""


class TalkPointOut(Schema):
    code: str
    text: str
    is_settled: bool
    note: str


class TalkOut(Schema):
    points: list[TalkPointOut]
    held_at: datetime | None
    held_local: str
    zone: str
    attended: str
    changed_by: str
    version: int
