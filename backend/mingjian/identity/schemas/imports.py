"""Workbooks that were read in."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from mingjian.kit.schema import Schema

Kind = Literal["people", "organisations", "certificates"]


class ImportRow(Schema):
    number: int
    values: dict[str, str]
    errors: dict[str, str]


class ImportKept(Schema):
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
    """How many rows are wrong and will be passed over."""


class ImportOut(ImportSummary):
    rows: list[ImportRow]
    kept: list[ImportKept]
    """What was used since the import and so survived its undoing."""
