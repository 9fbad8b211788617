"""Who holds the offline copies of the keys, as the body may see it."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.evidence.models import HolderState, KeyHolder
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound


def key_holders(viewer: Viewer) -> QuerySet[KeyHolder]:
    """All that were ever named in the viewer's own organisation, the newest first."""
    rows = KeyHolder.objects.filter(owner_id=viewer.tenant_id)
    return rows.select_related("asked_by", "decided_by").order_by("-asked_at", "-id")


def key_holder_of(viewer: Viewer, holder_id: UUID) -> KeyHolder:
    row = key_holders(viewer).filter(id=holder_id).first()
    if row is None:
        raise NotFound
    return row


def key_holder_view(row: KeyHolder) -> dict[str, Any]:
    names = "id", "name", "recipient", "state", "asked_by_id", "asked_at", "decided_at", "refusal"
    return {
        **{name: getattr(row, name) for name in names},
        "asked_by": row.asked_by.name,
        "decided_by": row.decided_by.name if row.decided_by else "",
        "is_holding": row.id == _holding(row.owner_id),
    }


def _holding(owner_id: UUID) -> UUID | None:
    approved = KeyHolder.objects.filter(owner_id=owner_id, state=HolderState.APPROVED)
    return approved.order_by("-decided_at").values_list("id", flat=True).first()
