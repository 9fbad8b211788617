"""Requests to export keys, as a viewer may see them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.evidence.models import ExportState, KeyExport
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.queries.cases import cases

LASTS = timedelta(days=1)
"""How long an approval is good for."""


def key_exports(viewer: Viewer) -> QuerySet[KeyExport]:
    """Of the cases that the viewer may see, the newest first."""
    rows = KeyExport.objects.filter(case__in=cases(viewer).order_by())
    return rows.select_related("case__client").order_by("-asked_at", "-id")


def key_export_of(viewer: Viewer, export_id: UUID) -> KeyExport:
    row = key_exports(viewer).filter(id=export_id).first()
    if row is None:
        raise NotFound
    return row


def is_lapsed(row: KeyExport) -> bool:
    """Approved, and not taken in time."""
    decided = row.decided_at
    approved = row.state == ExportState.APPROVED and decided is not None
    return bool(approved and decided and decided + LASTS < clock.now())


def key_export_view(row: KeyExport) -> dict[str, Any]:
    names = (
        "id",
        "case_id",
        "reason",
        "recipient",
        "recipient_name",
        "state",
        "asked_by_id",
        "asked_at",
        "decided_at",
        "refusal",
        "taken_at",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "case": row.case.number,
        "client": row.case.client.short_name or row.case.client.name,
        "asked_by": row.asked_by.name,
        "decided_by": row.decided_by.name if row.decided_by else "",
        "is_lapsed": is_lapsed(row),
    }
