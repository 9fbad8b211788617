"""The cycle of a programme: the audits it needs and their windows."""

from datetime import date
from typing import Literal
from uuid import UUID

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Schema


class CyclesQuery(ListQuery):
    client_id: UUID | None = None
    state: Literal["", "draft", "approved", "running", "change_pending", "closed"] = ""


class CycleCase(Schema):
    id: UUID
    number: str
    kind: str
    sequence: int
    state: str
    mode: str
    starts_on: date | None
    ends_on: date | None


class CycleLine(Schema):
    kind: str
    sequence: int
    due_from: date
    due_by: date
    clause: str
    state: Literal["held", "late", "overdue", "due", "ahead"]
    days_left: int
    case: CycleCase | None


class CycleOut(Schema):
    programme_id: UUID
    client_id: UUID
    client: str
    cycle: int
    schemes: list[str]
    jurisdiction: str
    programme_state: str
    counts_from: str
    certified_on: date | None
    expires_on: date | None
    today: date
    must_suspend: bool
    lines: list[CycleLine]
    others: list[CycleCase]
