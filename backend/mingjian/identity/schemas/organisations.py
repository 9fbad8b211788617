"""The own tenant, and the clients and authorities that it engages."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Language, Line, OptionalLine, Paragraph, Schema

Code = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\n\r\t]*$")]
CreditCode = Annotated[str, StringConstraints(max_length=18)]
PartyKind = Literal["client", "authority"]


class OrganisationsQuery(ListQuery):
    """``kind`` narrows the list to clients or to authorities."""

    kind: Literal["", "client", "authority"] = ""


class NewOrganisation(Input):
    kind: PartyKind
    name: Line
    name_en: OptionalLine = ""
    short_name: Code = ""
    credit_code: CreditCode = ""
    address: OptionalLine = ""
    zone: Line = "Asia/Shanghai"
    language: Language = "zh-hans"
    valid_from: date | None = None
    valid_to: date | None = None


class TenantChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    name: Line = ""
    name_en: OptionalLine = ""
    short_name: Code = ""
    credit_code: CreditCode = ""
    approval_number: Code = ""
    address: OptionalLine = ""
    zone: Line = ""
    language: Language = "zh-hans"


class LogoChoice(Input):
    version: int
    logo_id: UUID | None


class EngagementDates(Input):
    valid_from: date
    valid_to: date | None = None


class EngagementEnd(Input):
    reason: Paragraph


class TenantOut(Schema):
    id: UUID
    kind: str
    name: str
    name_en: str
    short_name: str
    credit_code: str
    approval_number: str
    address: str
    zone: str
    language: str
    logo_id: UUID | None
    version: int


class OrganisationOut(TenantOut):
    engagement_id: UUID
    covers: str
    valid_from: date
    valid_to: date | None
    ended_at: datetime | None
    is_in_force: bool


class CertificateOut(Schema):
    id: UUID
    number: str
    scheme: str
    standard: str
    issued_on: date
    expires_on: date
    status: str
