"""``/api/programme/invoices``: what signed contracts are paid by."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.downloads import invoice_response
from mingjian.programme.models import Invoice
from mingjian.programme.queries.invoices import (
    SORTABLE,
    invoice_of,
    invoice_view,
    invoices,
    line_view,
)
from mingjian.programme.schemas.forms import Reason, Version
from mingjian.programme.schemas.invoices import (
    InvoiceOut,
    InvoiceSave,
    InvoicesQuery,
    InvoiceSummary,
    Payment,
)
from mingjian.programme.services import invoices as services

router = Router()

COLUMNS: Columns[Invoice] = {
    ("账单编号", "Invoice"): lambda row: row.number,
    ("客户", "Client"): lambda row: row.application.name,
    ("合同编号", "Contract"): lambda row: row.contract.number,
    ("状态", "State"): lambda row: row.get_state_display(),
    ("货币", "Currency"): lambda row: row.currency,
    ("不含税金额", "Net"): lambda row: row.net_cents / 100,
    ("税", "Tax"): lambda row: row.tax_cents / 100,
    ("合计", "Total"): lambda row: row.gross_cents / 100,
    ("开出日期", "Issued"): lambda row: row.issued_on,
    ("付款日期", "Due"): lambda row: row.due_on,
    ("到账日期", "Paid"): lambda row: row.paid_on,
}


@router.get("/invoices", response=Page[InvoiceSummary])
@requires("applications", "R")
def list_invoices(request: AuthorisedRequest, query: Query[InvoicesQuery]) -> Any:
    rows = invoices(request.viewer, state=query.state, search=query.search)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, line_view, name="账单", columns=COLUMNS)


@router.post("/applications/{uuid:application_id}/invoice", response={201: InvoiceOut})
@requires("programme", "C")
def draft(request: AuthorisedRequest, application_id: UUID) -> Any:
    """From the signed contract, with the lines of its quote."""
    row = services.draft_invoice(viewer=request.viewer, application_id=application_id)
    return Status(201, invoice_view(row))


@router.get("/invoices/{uuid:invoice_id}", response=InvoiceOut)
@requires("applications", "R")
def read(request: AuthorisedRequest, invoice_id: UUID) -> Any:
    return invoice_view(invoice_of(request.viewer, invoice_id))


@router.patch("/invoices/{uuid:invoice_id}", response=InvoiceOut)
@requires("programme", "C")
def save(request: AuthorisedRequest, invoice_id: UUID, what: InvoiceSave) -> Any:
    values = what.model_dump(exclude={"version"})
    row = services.update_invoice(
        viewer=request.viewer, invoice_id=invoice_id, version=what.version, values=values
    )
    return invoice_view(row)


@router.post("/invoices/{uuid:invoice_id}/issue", response=InvoiceOut)
@requires("programme", "C")
def issue(request: AuthorisedRequest, invoice_id: UUID, at: Version) -> Any:
    """Give it its number, make the PDF, and tell the client."""
    row = services.issue_invoice(viewer=request.viewer, invoice_id=invoice_id, version=at.version)
    return invoice_view(row)


@router.post("/invoices/{uuid:invoice_id}/settle", response=InvoiceOut)
@requires("programme", "C")
def settle(request: AuthorisedRequest, invoice_id: UUID, payment: Payment) -> Any:
    row = services.settle_invoice(
        viewer=request.viewer, invoice_id=invoice_id, paid_on=payment.paid_on
    )
    return invoice_view(row)


@router.post("/invoices/{uuid:invoice_id}/void", response=InvoiceOut)
@requires("programme", "C")
def make_void(request: AuthorisedRequest, invoice_id: UUID, why: Reason) -> Any:
    row = services.void_invoice(viewer=request.viewer, invoice_id=invoice_id, reason=why.reason)
    return invoice_view(row)


@router.get("/invoices/{uuid:invoice_id}/file")
@requires("applications", "R")
def read_document(request: AuthorisedRequest, invoice_id: UUID) -> HttpResponseBase:
    """The issued invoice as PDF."""
    return invoice_response(request, request.viewer, invoice_id)
