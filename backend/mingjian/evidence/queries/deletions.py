"""Deletion orders, holds and the keep-list, as a viewer may see them."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.evidence.errors.deletion import EvidenceFrozenError, HeldError
from mingjian.evidence.models import (
    ENDED,
    DeletionOrder,
    EvidenceItem,
    ItemState,
    KeepWish,
    LegalHold,
    OrderState,
)
from mingjian.evidence.queries.deletion_rules import due_day, retention_rules
from mingjian.evidence.queries.inventories import inventory_lines
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.queries.retention import AGREED, grounds_of
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases

SORTABLE = {"case": "case__number", "state": "state", "ordered_at": "ordered_at"}
PEOPLE = ("ordered_by", "approved_by", "released_by")


def deletion_orders(viewer: Viewer) -> QuerySet[DeletionOrder]:
    """Of the cases that the viewer may see, the newest first."""
    rows = DeletionOrder.objects.filter(case__in=cases(viewer).order_by())
    return rows.select_related("case__client", *PEOPLE).order_by("-ordered_at", "-id")


def order_of(viewer: Viewer, order_id: UUID) -> DeletionOrder:
    row = deletion_orders(viewer).filter(id=order_id).first()
    if row is None:
        raise NotFound
    return row


def open_order(case_id: UUID) -> DeletionOrder | None:
    """The order under way; there is one at most."""
    return DeletionOrder.objects.filter(case_id=case_id).exclude(state__in=ENDED).first()


def order_view(row: DeletionOrder) -> dict[str, Any]:
    """An order as a line of the list and as the head of its page."""
    names = (
        "id",
        "case_id",
        "state",
        "reason",
        "ordered_at",
        "review_until",
        "inventory_sha256",
        "reviewed_by_id",
        "reviewed_at",
        "objection",
        "approved_at",
        "released_at",
        "refusal",
        "key_destroyed_at",
        "horizon_at",
        "verified_at",
        "certified_at",
        "certificate_sha256",
        *(f"{person}_id" for person in PEOPLE),
    )
    return {
        **{name: getattr(row, name) for name in names},
        **{name: person.name if (person := getattr(row, name)) else "" for name in PEOPLE},
        "reviewed_by": row.reviewed_name,
        "case": row.case.number,
        "client": row.case.client.short_name or row.case.client.name,
        "items": sum(1 for each in row.inventory["items"] if not each["ground"]),
        "kept_items": sum(1 for each in row.inventory["items"] if each["ground"]),
        "lines": inventory_lines(row.inventory),
        "scan": row.scan,
    }


def holds(case: AuditCase) -> QuerySet[LegalHold]:
    rows = LegalHold.objects.filter(case=case).select_related("set_by", "lifted_by")
    return rows.order_by("-set_at")


def check_not_held(case_id: UUID) -> None:
    held = LegalHold.objects.filter(case_id=case_id, lifted_at=None).first()
    if held:
        raise HeldError(reason=held.reason)


def check_not_frozen(case_id: UUID) -> None:
    """What was approved for destruction is not changed under the hands of those who destroy it."""
    if DeletionOrder.objects.filter(case_id=case_id, state=OrderState.DELETING).exists():
        raise EvidenceFrozenError


def hold_of(viewer: Viewer, hold_id: UUID) -> LegalHold:
    rows = LegalHold.objects.filter(id=hold_id, case__in=cases(viewer).order_by())
    row = rows.select_related("case__client", "set_by").first()
    if row is None:
        raise NotFound
    return row


def hold_view(row: LegalHold) -> dict[str, Any]:
    names = ("id", "reason", "set_at", "lifted_at", "lift_reason")
    return {
        **{name: getattr(row, name) for name in names},
        "set_by": row.set_by.name,
        "lifted_by": row.lifted_by.name if row.lifted_by else "",
    }


def keep_view(viewer: Viewer, case: AuditCase) -> list[dict[str, Any]]:
    """Every item that is still there, and whether it stays; names for those who may open it."""
    grounds = grounds_of(case.owner_id, case.id)
    rows = EvidenceItem.objects.filter(case=case).exclude(state=ItemState.DESTROYED)
    wishes = {each.item_id: each for each in KeepWish.objects.filter(item__case=case)}
    reads = viewer.tenant_id == case.client_id or viewer.role == "LA"
    return [
        {
            "id": row.id,
            "code": row.code,
            "name": name_of_item(row) if reads else "",
            "kind": row.kind,
            "size": row.size,
            "ground": grounds.get(row.id, ""),
            "is_wished": row.id in wishes,
            "until": wishes[row.id].until if row.id in wishes else None,
            "is_fixed": grounds.get(row.id, AGREED) != AGREED,
        }
        for row in rows.select_related("case").order_by("number")
    ]


def deletion_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """All about the end of a case's evidence."""
    orders = [order_view(row) for row in deletion_orders(viewer).filter(case=case)]
    under_way = next((each for each in orders if each["state"] not in ENDED), None)
    is_open = under_way is None or under_way["state"] in KEEP_LIST_OPEN
    return {
        "due_on": due_day(viewer, case),
        "keep_months": retention_rules(viewer, case).parameters["keep_months"],
        "items": keep_view(viewer, case),
        "is_keep_list_open": is_open,
        "holds": [hold_view(row) for row in holds(case)],
        "orders": orders,
    }


KEEP_LIST_OPEN = frozenset({OrderState.REVIEW, OrderState.OBJECTED})
