"""A contract that both sides have signed, and an invoice of it, whatever fonts there are."""

from typing import Any

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import viewer
from mingjian.kit.files.services import store_document
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import Application, Contract, ContractState, Invoice, Quote
from mingjian.programme.queries.invoices import body_today
from mingjian.programme.rules.applications import ApplicationState
from mingjian.programme.rules.invoices import InvoiceState
from mingjian.programme.services.invoices import draft_invoice
from mingjian.programme.tests.application_factories import form

LINES = [
    {"kind": "audit", "text": "初次认证审核", "quantity": "4.5", "rate": "3000"},
    {"kind": "certificate", "text": "证书费", "quantity": "1", "rate": "999.99"},
]
BANK = {"holder": "华鉴认证有限公司", "bank": "中国银行广州分行", "account": "6217 0000 1234"}


def under_contract(office: Seat, client: Seat, **values: Any) -> Application:
    """An application of an existing client whose contract both sides have signed."""
    acting, owner = viewer(office), office.tenant.id
    with tenant_scope(acting.owners):
        row = Application(
            owner_id=owner,
            client=client.tenant,
            origin="client",
            name=client.tenant.name,
            number="AP-26-9001",
            state=ApplicationState.CONTRACTED,
            contact_email=client.person.email,
            form=form(name=client.tenant.name),
        )
        row.submit_form()
        row.save(force_insert=True)
        terms = {"lines": LINES, "tax_percent": 6, **values}
        quote = Quote(owner_id=owner, application=row, state="sent", **terms)
        quote.save(force_insert=True)
        stored = _stored(office)
        contract = Contract(
            owner_id=owner,
            application=row,
            quote=quote,
            number="HT-26-9001-1",
            state=ContractState.SIGNED,
            pdf_id=stored,
            docx_id=stored,
        )
        contract.save(force_insert=True)
    return row


def issued_invoice(office: Seat, client: Seat) -> Invoice:
    """Of such a contract, with a document that says nothing."""
    acting = viewer(office)
    row = under_contract(office, client)
    with tenant_scope(acting.owners):
        invoice = draft_invoice(viewer=acting, application_id=row.id)
        invoice.state, invoice.number, invoice.bank = InvoiceState.ISSUED, "INV-2026-9001", BANK
        invoice.issued_on = body_today(row.owner_id)
        invoice.year = invoice.issued_on.year
        invoice.pdf_id = _stored(office)
        invoice.save()
    return invoice


def _stored(office: Seat) -> Any:
    return store_document(
        viewer=viewer(office), name="x.pdf", media_type="application/pdf", content=b"%PDF-1.7"
    ).id
