"""What is kept beyond an audit, and on whose word."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import Field, StringConstraints

from mingjian.evidence.schemas.items import Keeping, Kind, Origin
from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input

KeepingStateName = Literal["unchecked", "unconsented", "kept", "cover", "refused"]
Verdict = Literal["yes", "cover", "no"]


class KeepingQuery(ListQuery):
    state: Literal["", KeepingStateName] = ""


class KeepingWordIn(Input):
    """``reason`` may only be left out where the verdict is a yes."""

    item_ids: Annotated[list[UUID], Field(min_length=1, max_length=500)]
    verdict: Verdict
    reason: Annotated[str, StringConstraints(max_length=500)] = ""


class KeepingCountOut(NinjaSchema):
    count: int


class KeepingWordOut(NinjaSchema):
    verdict: Verdict
    said_name: str
    said_at: datetime
    reason: str


class KeepingOut(NinjaSchema):
    id: UUID
    code: str
    name: str
    kind: Kind
    origin: Origin
    retention: Keeping
    media_type: str
    received_at: datetime
    state: KeepingStateName
    is_covered: bool
    covered_by: str
    """The version with parts covered that came instead, where one did."""
    auditor: KeepingWordOut | None
    client: KeepingWordOut | None


class ItemKeepingOut(NinjaSchema):
    keeping: KeepingOut | None
    """None where nobody wants to keep the item."""
