"""Invoices as a viewer may see them: those of the applications that the viewer may see."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.models import Tenant, TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.files.queries import OpenFile, open_file
from mingjian.programme.models import Application, Invoice
from mingjian.programme.queries.applications import applications, is_applicant
from mingjian.programme.rules.invoices import InvoiceState, next_number

SORTABLE = {
    "number": "number",
    "client": "application__name",
    "state": "state",
    "gross_cents": "gross_cents",
    "issued_on": "issued_on",
    "due_on": "due_on",
    "created_at": "created_at",
}
NEVER_OUT = Q(number="")
"""Drafts, and what was given up before it was issued."""


def invoices(viewer: Viewer, *, state: str = "", search: str = "") -> QuerySet[Invoice]:
    """Invoices the viewer may see, a client its own issued ones; ``state`` may be ``overdue``."""
    rows = Invoice.objects.filter(application__in=applications(viewer).order_by())
    rows = rows.select_related("application", "contract")
    if viewer.tenant_kind != TenantKind.BODY:
        rows = rows.exclude(NEVER_OUT)
    if state == "overdue":
        today = clock.today(own_tenant(viewer).zone)
        rows = rows.filter(state=InvoiceState.ISSUED, due_on__lt=today)
    elif state:
        rows = rows.filter(state=state)
    if search:
        named = Q(number__icontains=search) | Q(contract__number__icontains=search)
        payer = Q(application__name__icontains=search) | Q(application__initials__icontains=search)
        rows = rows.filter(named | payer)
    return rows.order_by("-created_at", "id")


def invoice_of(viewer: Viewer, invoice_id: UUID) -> Invoice:
    row = invoices(viewer).filter(id=invoice_id).first()
    if row is None:
        raise NotFound
    return row


def live_invoice(viewer: Viewer, row: Application) -> Invoice | None:
    """The one that counts: neither void nor hidden from the viewer."""
    if is_applicant(viewer):
        return None
    return invoices(viewer).filter(application=row).exclude(state=InvoiceState.VOID).first()


def invoice_file(viewer: Viewer, row: Invoice) -> OpenFile:
    if row.pdf_id is None:
        raise NotFound
    return open_file(viewer, row.pdf_id)


def body_today(owner_id: UUID) -> date:
    """Which day it is where the body is."""
    return clock.today(Tenant.objects.get(id=owner_id).zone)


def number_for(owner_id: UUID, year: int) -> str:
    """The next of that year; safe where the body's row is locked."""
    issued = Invoice.objects.filter(owner_id=owner_id, year=year).count()
    return next_number(year, issued)


def usual_bank(owner_id: UUID) -> dict[str, str]:
    """Where the body's last invoice was to be paid."""
    rows = Invoice.objects.filter(owner_id=owner_id).exclude(NEVER_OUT)
    last = rows.order_by("-created_at", "-id").first()
    return dict(last.bank) if last else {}


def is_overdue(row: Invoice, today: date) -> bool:
    is_out = row.state == InvoiceState.ISSUED
    return is_out and row.due_on is not None and row.due_on < today


def line_view(row: Invoice) -> dict[str, Any]:
    """An invoice as a line of a list."""
    names = (
        "id",
        "application_id",
        "number",
        "state",
        "currency",
        "gross_cents",
        "issued_on",
        "due_on",
        "paid_on",
        "created_at",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "client": row.application.name,
        "contract": row.contract.number,
        "is_overdue": is_overdue(row, body_today(row.owner_id)),
    }


def form_view(row: Invoice) -> dict[str, Any]:
    """What people enter: the part that a stale form is compared with."""
    return {
        "buyer": row.buyer,
        "bank": row.bank,
        "note": row.note,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "version": row.version,
    }


def invoice_view(row: Invoice) -> dict[str, Any]:
    """An invoice with everything that its page shows."""
    names = ("lines", "tax_percent", "net_cents", "tax_cents", "reason", "pdf_sha256", "language")
    return {
        **line_view(row),
        **form_view(row),
        **{name: getattr(row, name) for name in names},
        "due_on": row.due_on,
    }
