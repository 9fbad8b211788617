"""Audits that are over and whose evidence is still there: what is due for deletion, and when."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mingjian.evidence.models import (
    ENDED,
    DeletionOrder,
    EvidenceItem,
    ItemState,
    LegalHold,
    OrderState,
)
from mingjian.evidence.queries.deletion_rules import due_day
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases
from mingjian.programme.rules.case_states import CLOSED

SORTABLE = {"case": "number", "client": "client__name", "closed_at": "state_at"}


def due_deletions(viewer: Viewer) -> QuerySet[AuditCase]:
    """The longest over first; an audit whose evidence was deleted is none of them."""
    items = EvidenceItem.objects.filter(case=OuterRef("pk")).exclude(state=ItemState.DESTROYED)
    counted = items.order_by().values("case").annotate(n=Count("id")).values("n")
    orders = DeletionOrder.objects.filter(case=OuterRef("pk"))
    rows = cases(viewer).filter(state__in=CLOSED)
    rows = rows.annotate(
        items=Coalesce(Subquery(counted), 0),
        is_held=Exists(LegalHold.objects.filter(case=OuterRef("pk"), lifted_at=None)),
        is_ordered=Exists(orders.exclude(state__in=ENDED)),
        is_deleted=Exists(orders.filter(state=OrderState.DELETED)),
    )
    return rows.filter(Q(items__gt=0), is_deleted=False).order_by("state_at", "id")


def due_view(viewer: Viewer, row: AuditCase) -> dict[str, Any]:
    """Of a row of :func:`due_deletions`."""
    names = ("items", "is_held", "is_ordered")
    return {
        **{name: getattr(row, name) for name in names},
        "case_id": row.id,
        "case": row.number,
        "client": row.client.short_name or row.client.name,
        "closed_at": row.state_at,
        "due_on": due_day(viewer, row),
    }
