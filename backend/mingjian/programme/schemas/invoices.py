"""Invoices."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, OptionalLine, Schema

State = Literal["", "draft", "issued", "overdue", "paid", "void"]


class InvoicesQuery(ListQuery):
    """``overdue``: issued, and past its day."""

    state: State = ""


class InvoiceBuyer(Input):
    name: OptionalLine = ""
    tax_number: OptionalLine = ""
    address: OptionalLine = ""


class InvoiceBank(Input):
    holder: OptionalLine = ""
    bank: OptionalLine = ""
    account: OptionalLine = ""


class InvoiceSave(Input):
    version: int
    buyer: InvoiceBuyer
    bank: InvoiceBank
    note: Annotated[str, StringConstraints(max_length=4000)] = ""
    due_on: date | None = None


class Payment(Input):
    paid_on: date


class InvoiceSummary(Schema):
    id: UUID
    application_id: UUID
    number: str
    """Empty while it is a draft."""
    state: str
    is_overdue: bool
    client: str
    contract: str
    currency: str
    gross_cents: int
    issued_on: date | None
    due_on: date | None
    paid_on: date | None
    created_at: datetime


class InvoiceLineOut(Schema):
    kind: str
    text: str
    quantity: Decimal
    rate: Decimal
    amount_cents: int


class InvoiceOut(InvoiceSummary):
    lines: list[InvoiceLineOut]
    tax_percent: Decimal
    net_cents: int
    tax_cents: int
    buyer: InvoiceBuyer
    bank: InvoiceBank
    note: str
    reason: str
    pdf_sha256: str
    language: str
    version: int
