"""People, their roles, and oneself."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import (
    Email,
    Input,
    Language,
    Line,
    OptionalLine,
    Paragraph,
    Phone,
    Schema,
)

Role = Literal["ADM", "PM", "REV", "LA", "AU", "TE", "OBS", "DM", "QS", "CC", "CG", "REG"]


class PeopleQuery(ListQuery):
    """``tenant_id`` narrows the list to one organisation."""

    tenant_id: UUID | None = None


class NewPerson(Input):
    """Without ``tenant_id``, a person of the own organisation."""

    tenant_id: UUID | None = None
    name: Line
    email: Email
    phone: Phone = ""
    language: Literal["", "zh-hans", "en"] = ""
    zone: OptionalLine = ""


class PersonChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    name: Line = ""
    email: Email = ""
    phone: Phone = ""
    language: Language = "zh-hans"
    zone: Line = ""


class ProfileChange(Input):
    """What everybody may change of themselves."""

    version: int
    name: Line = ""
    phone: Phone = ""
    language: Language = "zh-hans"
    zone: Line = ""


class Deactivation(Input):
    version: int
    reason: Paragraph


class Reactivation(Input):
    version: int


class NewMembership(Input):
    """Both days are included; without a last day the role holds until it is revoked."""

    role: Role
    valid_from: date | None = None
    valid_to: date | None = None


class Revocation(Input):
    reason: Paragraph


class MembershipChoice(Input):
    membership_id: UUID


class MembershipOut(Schema):
    id: UUID
    role: str
    scope: str
    valid_from: date
    valid_to: date | None
    ended_at: datetime | None
    is_in_force: bool


class PersonOut(Schema):
    id: UUID
    tenant_id: UUID
    name: str
    email: str
    phone: str
    language: str
    zone: str
    is_active: bool
    has_account: bool
    version: int
    memberships: list[MembershipOut]


class SeatTenant(Schema):
    id: UUID
    kind: str
    name: str
    short_name: str
    zone: str
    logo_id: UUID | None


class SeatOut(Schema):
    id: UUID
    role: str
    scope: str
    tenant: SeatTenant


class AccountOut(Schema):
    id: UUID
    email: str


class ProfileOut(Schema):
    id: UUID
    name: str
    email: str
    phone: str
    language: str
    zone: str
    version: int


class MeOut(Schema):
    """Who is signed in, in which role, and what that role may do."""

    account: AccountOut | None
    """None for a guest, who came by a link."""
    person: ProfileOut
    membership: SeatOut
    memberships: list[SeatOut]
    rights: dict[str, list[str]]
    language: str
    zone: str
    csrf: str
