"""Confidentiality, the keep-list, holds and deletions."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Schema

Reason = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
SideName = Literal["body", "client"]
StateName = Literal[
    "review",
    "objected",
    "confirmed",
    "approved",
    "deleting",
    "waiting",
    "residue",
    "verified",
    "deleted",
    "refused",
    "withdrawn",
]


class DeletionOrdersQuery(ListQuery):
    state: Literal["", "open", StateName] = ""


class DueDeletionsQuery(ListQuery):
    """Nothing beyond paging."""


class DeletionOrderIn(Input):
    reason: Reason


class DeletionReview(Input):
    """An objection says why."""

    is_confirmed: bool
    objection: Annotated[str, StringConstraints(max_length=1000)] = ""


class DeletionReason(Input):
    reason: Reason


class KeepList(Input):
    """Everything that the client agrees to leave with the body, until one day."""

    item_ids: list[UUID] = Field(max_length=10_000)
    until: date


class DeletionLineOut(Schema):
    code: str
    zh: str
    en: str
    count: int
    is_kept: bool


class DeletionOrderOut(Schema):
    id: UUID
    case_id: UUID
    case: str
    client: str
    state: StateName
    reason: str
    ordered_by_id: UUID
    ordered_by: str
    ordered_at: datetime
    review_until: date
    inventory_sha256: str
    items: int
    kept_items: int
    lines: list[DeletionLineOut]
    reviewed_by_id: UUID | None
    reviewed_by: str
    reviewed_at: datetime | None
    objection: str
    approved_by_id: UUID | None
    approved_by: str
    approved_at: datetime | None
    released_by_id: UUID | None
    released_by: str
    released_at: datetime | None
    refusal: str
    key_destroyed_at: datetime | None
    horizon_at: datetime | None
    verified_at: datetime | None
    scan: dict[str, Any]
    certified_at: datetime | None
    certificate_sha256: str


class KeepListItemOut(Schema):
    """``is_fixed``: a record on which both sides agreed; the keep-list does not change it."""

    id: UUID
    code: str
    name: str
    kind: str
    size: int
    ground: Literal["", "record", "agreed"]
    is_wished: bool
    is_fixed: bool
    until: date | None


class LegalHoldOut(Schema):
    id: UUID
    reason: str
    set_by: str
    set_at: datetime
    lifted_by: str
    lifted_at: datetime | None
    lift_reason: str


class DeletionOut(Schema):
    due_on: date | None
    keep_months: int
    is_keep_list_open: bool
    items: list[KeepListItemOut]
    holds: list[LegalHoldOut]
    orders: list[DeletionOrderOut]


class DueDeletionOut(Schema):
    case_id: UUID
    case: str
    client: str
    closed_at: datetime
    due_on: date
    items: int
    is_held: bool
    is_ordered: bool


class UndertakingOwedOut(Schema):
    side: SideName
    name: str


class UndertakingOut(Schema):
    side: SideName
    name: str
    stamp: str
    text: str
    given_at: datetime


class UndertakingsOut(Schema):
    stamp: str
    own_text: str
    is_owed: bool
    missing: list[UndertakingOwedOut]
    given: list[UndertakingOut]
