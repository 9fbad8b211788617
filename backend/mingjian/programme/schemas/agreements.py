"""The remote agreement and its signatures."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from mingjian.kit.schema import Input, Schema
from mingjian.programme.schemas.cases import LongText
from mingjian.programme.schemas.signatures import SignatureOut

Tools = Annotated[str, Field(max_length=1000)]


class NewAgreement(Input):
    """``reason`` from the second version on."""

    reason: LongText = ""


class AgreementChange(Input):
    """Only what is given changes."""

    version: int
    tools: Tools = ""
    media: Annotated[list[str], Field(max_length=10)] = Field(default_factory=list)
    delete_within_days: Annotated[int, Field(ge=1, le=365)] = 30
    record_years: Annotated[int, Field(ge=1, le=30)] = 6
    interviewees: LongText = ""
    note: LongText = ""


class DocumentQuery(Input):
    language: Literal["zh", "en"] = "zh"
    kind: Literal["pdf", "docx"] = "pdf"
    is_shown: bool = False


class TermsOut(Schema):
    tools: str
    media: list[str]
    delete_within_days: int
    record_years: int
    interviewees: str
    note: str


class AgreementOut(Schema):
    id: UUID
    number: int
    state: str
    terms: TermsOut
    pdf_sha256: str
    change_reason: str
    issued_at: datetime | None
    in_force_at: datetime | None
    signatures: list[SignatureOut]
    is_signed_by_body: bool
    is_signed_by_client: bool
    version: int
