"""Bundles, parcels, and to whom they go."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema as NinjaSchema
from pydantic import Field, StringConstraints

from mingjian.evidence.schemas.items import Origin, State
from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Email, Input, Language, Line, OptionalLine, Schema

Reason = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]
ParcelState = Literal["sent", "fetched", "received", "lapsed", "withdrawn"]


class EvidenceSelectionIn(Input):
    """These items, those of a request, of a line of the plan; left out: all that one may read."""

    item_ids: Annotated[frozenset[UUID], Field(max_length=500)] = frozenset()
    request_id: UUID | None = None
    plan_item_id: UUID | None = None


class ParcelIn(EvidenceSelectionIn):
    recipient_id: UUID
    letter: Annotated[str, StringConstraints(max_length=4000)] = ""
    days: Annotated[int, Field(ge=1, le=30)] = 7


class ParcelReasonIn(Input):
    reason: Reason


class BundleOut(NinjaSchema):
    """``href`` serves whoever packed it, for some minutes."""

    id: UUID
    case_id: UUID
    code: str
    packed_name: str
    packed_at: datetime
    href: str
    file_name: str
    count: int
    size: int
    broken_item: str
    """Where the last sending ended because this item did not verify."""
    broken_code: str


class ParcelOut(NinjaSchema):
    id: UUID
    case_id: UUID
    code: str
    packed_name: str
    packed_at: datetime
    count: int
    size: int
    broken_item: str
    recipient: str
    organisation: str
    fingerprint: str
    expires_at: datetime
    fetched_at: datetime | None
    received_at: datetime | None
    received_name: str
    withdrawn_at: datetime | None
    state: ParcelState


class ParcelContentOut(NinjaSchema):
    code: str
    size: int
    sha256: str


class NamedParcelContentOut(ParcelContentOut):
    name: str


class WholeParcelOut(ParcelOut):
    letter: str
    contents: list[NamedParcelContentOut]


class SentParcelOut(NinjaSchema):
    """``link`` is shown this once; it was mailed to the recipient as well."""

    parcel: ParcelOut
    link: str


class HandedInOut(NinjaSchema):
    id: UUID
    code: str
    name: str
    origin: Origin
    state: State
    size: int
    sha256: str
    received_at: datetime
    provided_name: str
    provided_by: str
    requests: list[str]


class RecipientQuery(ListQuery):
    usable: bool = False
    """Only those to whom something may be sent."""


class RecipientIn(Input):
    name: Line
    organisation: OptionalLine = ""
    email: Email
    language: Language = "zh-hans"
    age_key: Line


class FingerprintCheckIn(Input):
    how: Reason


class RecipientOut(Schema):
    id: UUID
    name: str
    organisation: str
    email: str
    language: Language
    age_key: str
    fingerprint: str
    entered_by_id: UUID
    entered_by: str
    entered_at: datetime
    checked_by: str
    checked_how: str
    checked_at: datetime | None
    retired_at: datetime | None
    is_usable: bool


class ParcelTokenIn(Input):
    token: Token


class ParcelReceiptIn(ParcelTokenIn):
    name: Line


class SeenParcelOut(NinjaSchema):
    """What the link shows; ``href`` serves the sealed file for some minutes."""

    code: str
    body: str
    packed_name: str
    packed_at: datetime
    size: int
    count: int
    recipient: str
    organisation: str
    fingerprint: str
    letter: str
    contents: list[ParcelContentOut]
    expires_at: datetime
    received_at: datetime | None
    received_name: str
    state: ParcelState
    file_name: str
    href: str
