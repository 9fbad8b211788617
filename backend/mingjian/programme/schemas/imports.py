"""Workbooks of planning that were read in."""

from datetime import datetime
from uuid import UUID

from mingjian.kit.schema import Schema


class RowOut(Schema):
    number: int
    values: dict[str, str]
    errors: dict[str, str]


class KeptOut(Schema):
    number: int
    why: str


class ImportSummary(Schema):
    id: UUID
    kind: str
    file_name: str
    state: str
    created_at: datetime
    created_by: str
    faulty: int


class ImportOut(ImportSummary):
    rows: list[RowOut]
    kept: list[KeptOut]
