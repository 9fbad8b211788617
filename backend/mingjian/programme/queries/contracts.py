"""Quotes and contracts of one application that the viewer may see."""

from typing import Any

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.files.queries import OpenFile, open_file
from mingjian.programme.models import (
    Application,
    Contract,
    ContractState,
    Quote,
    QuoteState,
)
from mingjian.programme.queries.signatures import signature_view, signatures_on
from mingjian.programme.rules.quotes import amount, total

PURPOSE = "contract"


def quotes(viewer: Viewer, row: Application) -> list[Quote]:
    """Newest first; drafts are the body's own business."""
    found = row.quotes.order_by("-number")
    if viewer.tenant_kind != TenantKind.BODY:
        found = found.exclude(state=QuoteState.DRAFT)
    return list(found)


def sent_quote(row: Application) -> Quote | None:
    return row.quotes.filter(state=QuoteState.SENT).order_by("-number").first()


def current_contract(row: Application) -> Contract | None:
    """The one that is out or signed; void ones stay in the journal."""
    return row.contracts.exclude(state=ContractState.VOID).order_by("-made_at").first()


def contract_file(viewer: Viewer, row: Application, kind: str) -> OpenFile:
    contract = current_contract(row)
    if contract is None:
        raise NotFound
    return open_file(viewer, contract.pdf_id if kind == "pdf" else contract.docx_id)


def quote_view(row: Quote) -> dict[str, Any]:
    names = (
        "id",
        "number",
        "state",
        "currency",
        "tax_percent",
        "note",
        "valid_to",
        "sent_at",
        "version",
    )
    sums = total(row.lines, row.tax_percent)
    return {
        **{name: getattr(row, name) for name in names},
        "lines": [{**line, "amount": amount(line)} for line in row.lines],
        "net": sums.net,
        "tax": sums.tax,
        "gross": sums.gross,
    }


def contract_view(row: Contract) -> dict[str, Any]:
    names = ("id", "number", "state", "pdf_sha256", "made_at")
    return {
        **{name: getattr(row, name) for name in names},
        "quote_number": row.quote.number,
        "signatures": [signature_view(each) for each in signatures_on(row, PURPOSE)],
    }
