"""Exports of keys."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Schema

Reason = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class KeyExportsQuery(ListQuery):
    """Nothing beyond paging."""


class KeyExportRequest(Input):
    """``recipient`` is the age public key of the security officer."""

    case_id: UUID
    reason: Reason
    recipient: Name
    recipient_name: Name


class KeyExportDecision(Input):
    """A refusal says why."""

    is_approved: bool
    refusal: Annotated[str, StringConstraints(max_length=1000)] = ""


class KeyExportOut(Schema):
    id: UUID
    case_id: UUID
    case: str
    client: str
    reason: str
    recipient: str
    recipient_name: str
    state: Literal["asked", "approved", "refused", "taken"]
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    refusal: str
    taken_at: datetime | None
    is_lapsed: bool
