"""The contract's documents: made, and stored under the body's key."""

from hashlib import sha256
from typing import Any

from mingjian.identity.models import Tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.files.services import store_document
from mingjian.programme.documents.contract import MEDIA_TYPES, contract_document
from mingjian.programme.documents.faults import faults_in_words
from mingjian.programme.models import Application, Quote
from mingjian.programme.queries.applications import review_of
from mingjian.programme.queries.contracts import quote_view


def store_contract(viewer: Viewer, row: Application, quote: Quote, number: str) -> dict[str, Any]:
    """What a contract's row keeps of its PDF and its Word file."""
    body = Tenant.objects.get(id=row.owner_id)
    terms = {
        "number": number,
        "language": row.language,
        "body": body.name_in(row.language),
        "body_address": body.address,
        "approval_number": body.approval_number,
        "date": clock.today(body.zone).isoformat(),
        "application": row.number,
        "form": row.submitted,
        "codes": review_of(row).scope_codes,
        "days": str(review_of(row).audit_days),
        "quote": quote_view(quote),
    }
    made = {kind: _made(terms, kind) for kind in MEDIA_TYPES}
    ids = {
        kind: store_document(
            viewer=viewer, name=f"{number}.{kind}", media_type=MEDIA_TYPES[kind], content=content
        ).id
        for kind, content in made.items()
    }
    return {
        "pdf_id": ids["pdf"],
        "docx_id": ids["docx"],
        "pdf_sha256": sha256(made["pdf"]).hexdigest(),
    }


def _made(terms: dict[str, Any], kind: str) -> bytes:
    with faults_in_words():
        return contract_document(terms, kind, made_at=int(clock.now().timestamp()))
