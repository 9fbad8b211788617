"""Workbooks that were read in."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from mingjian.kit.schema import Schema

Kind = Annotated[str, StringConstraints(max_length=20)]


class ImportColumn(Schema):
    field: str
    heading: str


class ImportKind(Schema):
    """Something that can be read in, in the reader's language."""

    name: str
    title: str
    note: str
    page: str
    columns: list[ImportColumn]


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
    failure: str
    """Why the last attempt to write or undo it came to nothing."""
    total: int
    done: int
    """How far jobs are, while they write or take back many rows; ``rows`` is empty then."""
