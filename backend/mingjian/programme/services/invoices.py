"""Invoices: drafted from a signed contract, issued under a number, paid or made void."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Tenant
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import Stale
from mingjian.kit.files.services import store_document
from mingjian.kit.words import in_language
from mingjian.programme.documents.faults import faults_in_words
from mingjian.programme.documents.invoice import MEDIA_TYPE, invoice_document
from mingjian.programme.errors.invoices import (
    InvoicedAlreadyError,
    InvoiceFaultsError,
    InvoiceNumberTakenError,
    InvoiceStateError,
    NotSignedYetError,
    PaidTooEarlyError,
)
from mingjian.programme.letters.applications import INVOICED, write_to_applicant
from mingjian.programme.models import Application, ContractState, Invoice
from mingjian.programme.queries.invoices import (
    body_today,
    form_view,
    invoice_of,
    live_invoice,
    number_for,
    usual_bank,
)
from mingjian.programme.rules.invoices import (
    DAYS_TO_PAY,
    NAMES,
    InvoiceState,
    faults,
    lines_of,
    may_follow,
    sums,
)
from mingjian.programme.services.applications import locked_application


def draft_invoice(*, viewer: Viewer, application_id: UUID) -> Invoice:
    """A draft with the lines and the tax of the contract's quote; one at a time counts."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        contract = row.contracts.filter(state=ContractState.SIGNED).first()
        if contract is None:
            raise NotSignedYetError
        if live := live_invoice(viewer, row):
            raise InvoicedAlreadyError(invoice=live.number or str(NAMES[InvoiceState.DRAFT]))
        quote = contract.quote
        lines = lines_of(quote.lines)
        found = sums(lines, quote.tax_percent)
        invoice = Invoice(
            owner_id=row.owner_id,
            application=row,
            contract=contract,
            language=row.language,
            currency=quote.currency,
            lines=lines,
            tax_percent=quote.tax_percent,
            net_cents=found.net,
            tax_cents=found.tax,
            gross_cents=found.gross,
            buyer=_buyer(row),
            bank=usual_bank(row.owner_id),
            due_on=body_today(row.owner_id) + timedelta(days=DAYS_TO_PAY),
            changed_by=name_of(viewer),
        )
        invoice.save(force_insert=True)
        record(viewer, "invoice.drafted", invoice)
    return invoice


def update_invoice(
    *, viewer: Viewer, invoice_id: UUID, version: int, values: Mapping[str, Any]
) -> Invoice:
    """Who pays, where to, until when; the amounts are the contract's."""
    with transaction.atomic():
        row = _locked(viewer, invoice_id)
        if row.state != InvoiceState.DRAFT:
            raise _state_error(row)
        before = change(row, viewer=viewer, version=version, values=values, view=form_view)
        record(viewer, "invoice.changed", row, before=before)
    return row


def issue_invoice(*, viewer: Viewer, invoice_id: UUID, version: int) -> Invoice:
    """Number and document are made, the client hears of it.

    The PDF is made before the transaction: a crash leaves ciphertext that nothing names.
    """
    row = invoice_of(viewer, invoice_id)
    today = body_today(row.owner_id)
    if row.state != InvoiceState.DRAFT:
        raise _state_error(row)
    _check(row, today)
    number = number_for(row.owner_id, today.year)
    content = _pdf(row, number, today)
    stored = store_document(
        viewer=viewer, name=f"{number}.pdf", media_type=MEDIA_TYPE, content=content
    )
    with transaction.atomic():
        Tenant.objects.select_for_update().get(id=row.owner_id)  # numbers have no gap
        row = _locked(viewer, invoice_id)
        if row.version != version:
            raise Stale(changed_by=row.changed_by or "—", current=form_view(row))
        if number_for(row.owner_id, today.year) != number:
            raise InvoiceNumberTakenError(number=number)
        before = _set(viewer, row, InvoiceState.ISSUED)
        row.number, row.year, row.issued_on = number, today.year, today
        row.pdf_id, row.pdf_sha256 = stored.id, stored.sha256
        row.save()
        write_to_applicant(row.application, INVOICED, number, link=f"/invoices/{row.id}")
        record(viewer, "invoice.issued", row, before=before)
    return row


def settle_invoice(*, viewer: Viewer, invoice_id: UUID, paid_on: date) -> Invoice:
    """The money has arrived on that day."""
    with transaction.atomic():
        row = _locked(viewer, invoice_id)
        before = _set(viewer, row, InvoiceState.PAID)
        issued = row.issued_on or paid_on
        if not issued <= paid_on <= body_today(row.owner_id):
            raise PaidTooEarlyError(issued=issued.isoformat())
        row.paid_on = paid_on
        row.save()
        record(viewer, "invoice.paid", row, before=before)
    return row


def void_invoice(*, viewer: Viewer, invoice_id: UUID, reason: str) -> Invoice:
    """It no longer counts; number and document stay, and the contract may be invoiced again."""
    with transaction.atomic():
        row = _locked(viewer, invoice_id)
        before = _set(viewer, row, InvoiceState.VOID)
        row.reason = reason
        row.save()
        record(viewer, "invoice.voided", row, before=before, reason=reason)
    return row


def _buyer(row: Application) -> dict[str, str]:
    form = row.submitted
    code = form.get("registration") if form.get("is_foreign") else form.get("credit_code")
    return {"name": form["name"], "tax_number": code or "", "address": form.get("address", "")}


def _locked(viewer: Viewer, invoice_id: UUID) -> Invoice:
    found = invoice_of(viewer, invoice_id)
    rows = Invoice.objects.select_for_update(of=("self",))
    return rows.select_related("application", "contract").get(id=found.id)


def _set(viewer: Viewer, row: Invoice, to: InvoiceState) -> bytes:
    """Set the state, if it may follow; whoever calls saves and records."""
    if not may_follow(row.state, to):
        raise _state_error(row)
    before = row.digest()
    row.state = to
    row.version += 1
    row.changed_by = name_of(viewer)
    return before


def _state_error(row: Invoice) -> InvoiceStateError:
    return InvoiceStateError(state=str(NAMES[InvoiceState(row.state)]))


def _check(row: Invoice, today: date) -> None:
    found = faults(row.buyer, row.bank, row.due_on, today)
    if found:
        fields = {name: in_language(both) for name, both in found.items()}
        raise InvoiceFaultsError(count=len(fields), fields=fields)


def _pdf(row: Invoice, number: str, today: date) -> bytes:
    body = Tenant.objects.get(id=row.owner_id)
    named = ("lines", "net_cents", "tax_cents", "gross_cents", "currency", "note", "language")
    terms = {
        **{name: getattr(row, name) for name in named},
        "number": number,
        "tax_percent": f"{row.tax_percent.normalize():f}",
        "buyer": {"name": row.application.name, **row.buyer},
        "bank": {"holder": "", "bank": "", "account": "", **row.bank},
        "issued_on": today.isoformat(),
        "due_on": row.due_on.isoformat() if row.due_on else "",
        "contract": row.contract.number,
        "body": body.name_in(row.language),
        "body_address": body.address,
    }
    with faults_in_words():
        return invoice_document(terms, made_at=int(clock.now().timestamp()))
