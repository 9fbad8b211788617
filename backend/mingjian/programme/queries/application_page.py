"""One application with everything that its page shows."""

from typing import Any
from uuid import UUID

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.programme.models import Application
from mingjian.programme.queries.applications import (
    application_of,
    is_shown_to,
    known_client,
    review_of,
    review_view,
    summary_view,
)
from mingjian.programme.queries.contracts import (
    contract_view,
    current_contract,
    quote_view,
    quotes,
)
from mingjian.programme.queries.invoices import line_view, live_invoice


def application_view(viewer: Viewer, row: Application) -> dict[str, Any]:
    """Form, thread, quotes and contract; the review and known client for the body only."""
    is_body = viewer.tenant_kind == TenantKind.BODY
    contract = current_contract(row)
    client = known_client(row) if is_body else None
    invoice = live_invoice(viewer, row)
    return {
        **summary_view(row),
        "reason": row.reason,
        "language": row.language,
        "version": row.version,
        "programme_id": row.programme_id,
        "has_link": row.has_link,
        "form": row.form if is_shown_to(viewer, row) else None,
        "messages": list(row.messages.order_by("said_at", "id")),
        "review": review_view(review_of(row)) if is_body else None,
        "known_client": {"id": client.id, "name": client.name} if client else None,
        "quotes": [quote_view(each) for each in quotes(viewer, row)],
        "contract": contract_view(contract) if contract else None,
        "invoice": line_view(invoice) if invoice else None,
    }


def application_page(viewer: Viewer, application_id: UUID) -> dict[str, Any]:
    """The application as it is now; 404 where the viewer may not see it."""
    return application_view(viewer, application_of(viewer, application_id))
