"""To whom a body may send parcels, as a viewer sees it."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.evidence.models import Recipient
from mingjian.kit.access import Viewer
from mingjian.kit.age_files import fingerprint
from mingjian.kit.errors import NotFound

SORTABLE = {"name": "name", "organisation": "organisation", "entered_at": "entered_at"}


def recipients(viewer: Viewer, *, usable: bool = False, search: str = "") -> QuerySet[Recipient]:
    """Of the viewer's own body, the latest first; ``usable``: checked and not retired."""
    rows = Recipient.objects.filter(owner_id=viewer.tenant_id)
    if usable:
        rows = rows.filter(checked_at__isnull=False, retired_at=None)
    if search:
        found = Q(name__icontains=search) | Q(organisation__icontains=search)
        rows = rows.filter(found | Q(email__icontains=search))
    return rows.select_related("entered_by", "checked_by").order_by("-entered_at", "-id")


def recipient_of(viewer: Viewer, recipient_id: UUID) -> Recipient:
    row = recipients(viewer).filter(id=recipient_id).first()
    if row is None:
        raise NotFound
    return row


def recipient_view(row: Recipient) -> dict[str, Any]:
    names = (
        "id",
        "name",
        "organisation",
        "email",
        "language",
        "age_key",
        "entered_by_id",
        "entered_at",
        "checked_how",
        "checked_at",
        "retired_at",
        "is_usable",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "fingerprint": fingerprint(row.age_key),
        "entered_by": row.entered_by.name,
        "checked_by": row.checked_by.name if row.checked_by else "",
    }
