"""Applications: what applicants send, and what each side is shown."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Email, Input, Language, Line, OptionalLine, Paragraph, Schema
from mingjian.programme.rules.applications import Check
from mingjian.programme.schemas.audit_times import TimeOut
from mingjian.programme.schemas.invoices import InvoiceSummary
from mingjian.programme.schemas.signatures import SignatureIn, SignatureOut

Text = Annotated[str, StringConstraints(max_length=1000)]
Token = Annotated[str, StringConstraints(max_length=100)]
DocumentKind = Literal["pdf", "docx"]
Short = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\n\r\t]*$")]
People = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)]
State = Literal[
    "",
    "open",
    "any",
    "draft",
    "submitted",
    "reviewing",
    "info_requested",
    "accepted",
    "declined",
    "contracted",
]


class ApplicationsQuery(ListQuery):
    """``state`` is one state, ``open`` (something still waits), or ``any``."""

    state: State = ""


class FormHeadcount(Input):
    """Any number may be kept while one is typing; submitting asks whether it can be."""

    full_time: People = 0
    part_time: People = 0
    part_time_hours: Annotated[float, Field(ge=-1000, le=1000, allow_inf_nan=False)] = 4
    contractors: People = 0
    repetitive: People = 0
    shifts: Annotated[list[People], Field(max_length=12)] = Field(default_factory=list)


class FormSite(Input):
    name: OptionalLine = ""
    address: OptionalLine = ""
    zone: Short = "Asia/Shanghai"
    kind: Literal["physical", "virtual", "temporary"] = "physical"
    processes: Text = ""
    is_central: bool = False
    headcount: FormHeadcount = FormHeadcount()


class FormCertificate(Input):
    scheme: Short = ""
    number: Short = ""
    issuer: OptionalLine = ""
    expires_on: date | None = None


class Form(Input):
    """The application as far as it is filled in; submitting says what is missing."""

    name: OptionalLine = ""
    name_en: OptionalLine = ""
    is_foreign: bool = False
    credit_code: Annotated[str, StringConstraints(max_length=40)] = ""
    registration: Short = ""
    legal_representative: OptionalLine = ""
    address: OptionalLine = ""
    contact_name: OptionalLine = ""
    contact_phone: Annotated[str, StringConstraints(max_length=40)] = ""
    contact_email: Annotated[str, StringConstraints(max_length=254)] = ""
    language: Language = "zh-hans"
    sites: Annotated[list[FormSite], Field(max_length=200)] = Field(default_factory=list)
    schemes: Annotated[list[Short], Field(max_length=10)] = Field(default_factory=list)
    scope: Text = ""
    wanted_from: date | None = None
    wanted_to: date | None = None
    certificates: Annotated[list[FormCertificate], Field(max_length=20)] = Field(
        default_factory=list
    )
    is_transfer: bool = False
    audit_languages: Annotated[list[Short], Field(max_length=10)] = Field(default_factory=list)
    special_security: Text = ""
    consultancy: OptionalLine = ""
    """Who helped to set up the management system: a question of impartiality."""
    wants_remote: bool = False


class FormSave(Input):
    version: int
    form: Form


class StartApplication(Input):
    body_id: UUID | None = None
    email: Email
    language: Language = "zh-hans"


class NewApplication(Input):
    """A body invites (``email`` needed); a client applies for itself (nothing needed)."""

    email: Email | None = None
    name: OptionalLine = ""
    language: Language = "zh-hans"


class ByLink(Input):
    """Whoever holds the token is the applicant."""

    token: Token


class LinkVersion(ByLink):
    version: int


class LinkSave(ByLink, FormSave):
    pass


class LinkText(ByLink):
    text: Paragraph


class LinkSignature(ByLink):
    signature: SignatureIn


class LinkDocument(ByLink):
    kind: DocumentKind = "pdf"


class Say(Input):
    text: Paragraph


class CheckIn(Input):
    verdict: Literal["", "yes", "no"] = ""
    note: Annotated[str, StringConstraints(max_length=4000)] = ""


class ReviewSave(Input):
    version: int
    checks: dict[Check, CheckIn]
    scope_codes: Annotated[list[Short], Field(max_length=50)] = Field(default_factory=list)


class QuoteLine(Input):
    kind: Literal["audit", "travel", "certificate", "other"]
    text: Line
    quantity: Annotated[Decimal, Field(ge=0, le=100_000, decimal_places=2)]
    rate: Annotated[Decimal, Field(ge=0, le=100_000_000, decimal_places=2)]


class QuoteSave(Input):
    """``version`` is 0 where there is no draft yet."""

    version: int
    currency: Literal["CNY", "USD", "EUR", "HKD", "JPY"] = "CNY"
    lines: Annotated[list[QuoteLine], Field(max_length=50)]
    tax_percent: Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)] = Decimal(6)
    note: Annotated[str, StringConstraints(max_length=4000)] = ""
    valid_to: date | None = None


class BodyOut(Schema):
    """Who receives applications."""

    id: UUID
    name: str
    name_en: str


class StartedOut(Schema):
    """The link's token is shown this once; the letter carries it too."""

    token: str


class ApplicationLine(Schema):
    id: UUID
    client_id: UUID | None
    number: str
    origin: str
    state: str
    state_at: datetime
    name: str
    credit_code: str
    contact_email: str
    created_at: datetime
    schemes: list[str]
    people: int


class MessageOut(Schema):
    id: UUID
    side: str
    name: str
    text: str
    said_at: datetime


class CheckOut(Schema):
    verdict: str = ""
    note: str = ""


class ReviewOut(Schema):
    checks: dict[str, CheckOut]
    scope_codes: list[str]
    audit_days: Decimal | None
    days_reason: str
    time: TimeOut | None
    """The calculation that the days come from, line by line."""
    reviewer: str
    missing: list[str]
    """What acceptance still lacks, one sentence each."""
    version: int


class QuoteLineOut(Schema):
    kind: str
    text: str
    quantity: Decimal
    rate: Decimal
    amount: Decimal


class QuoteOut(Schema):
    id: UUID
    number: int
    state: str
    currency: str
    lines: list[QuoteLineOut]
    tax_percent: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    note: str
    valid_to: date | None
    sent_at: datetime | None
    version: int


class ContractOut(Schema):
    id: UUID
    number: str
    state: str
    pdf_sha256: str
    made_at: datetime
    quote_number: int
    signatures: list[SignatureOut]


class KnownClient(Schema):
    id: UUID
    name: str


class ApplicationOut(ApplicationLine):
    reason: str
    language: str
    version: int
    programme_id: UUID | None
    has_link: bool
    form: Form | None
    """Hidden from the body while it is still being filled in."""
    messages: list[MessageOut]
    review: ReviewOut | None
    known_client: KnownClient | None
    quotes: list[QuoteOut]
    contract: ContractOut | None
    invoice: InvoiceSummary | None
    """The one that counts; clients see it once it is issued."""
