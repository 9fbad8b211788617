"""Ordering a deletion, and the three words it needs: the client's, and two more of the body."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.deletion import (
    CaseRunningError,
    NothingToDeleteError,
    ObjectionWordsError,
    OrderOpenError,
    OrderStateError,
    ReviewPendingError,
    SamePersonError,
)
from mingjian.evidence.events import DeletionOrdered, DeletionReleased
from mingjian.evidence.models import DeletionOrder, OrderState
from mingjian.evidence.queries.deletion_rules import retention_rules, zone
from mingjian.evidence.queries.deletions import check_not_held, open_order, order_of
from mingjian.evidence.queries.inventories import inventory_of
from mingjian.evidence.rules.deletion import is_another, may_follow
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.kit.keys.examination import is_alive
from mingjian.kit.outbox import announce
from mingjian.programme.queries.cases import case_of
from mingjian.programme.rules.case_states import CLOSED


def order_deletion(*, viewer: Viewer, case_id: UUID, reason: str) -> DeletionOrder:
    """Draw up what goes and what stays, and ask the client."""
    case = case_of(viewer, case_id)
    if case.state not in CLOSED:
        raise CaseRunningError
    check_not_held(case.id)
    if not is_alive(case.owner_id, case.id):
        raise NothingToDeleteError
    if open_order(case.id):
        raise OrderOpenError
    if viewer.person_id is None:
        raise NotPermitted
    row = DeletionOrder(owner_id=case.owner_id, case=case, reason=reason)
    row.ordered_by_id = viewer.person_id
    days = retention_rules(viewer, case).parameters["review_days"]
    row.review_until = clock.today(zone(case)) + timedelta(days=days)
    _list(row)
    with transaction.atomic():
        row.save(force_insert=True)
        announce(DeletionOrdered(owner_id=row.owner_id, order_id=row.id))
        record(viewer, "deletion.ordered", row, reason=reason)
    return row


def review_order(
    *, viewer: Viewer, order_id: UUID, is_confirmed: bool, objection: str = ""
) -> DeletionOrder:
    """The client confirms what goes and what stays, or objects with its reason."""
    if not is_confirmed and not objection.strip():
        raise ObjectionWordsError

    def review(row: DeletionOrder) -> None:
        if viewer.tenant_id != row.case.client_id:
            raise NotPermitted
        row.reviewed_by_id, row.reviewed_at = viewer.person_id, clock.now()
        row.reviewed_name = name_of(viewer)
        row.objection = "" if is_confirmed else objection
        _list(row)

    to = OrderState.CONFIRMED if is_confirmed else OrderState.OBJECTED
    action = "deletion.confirmed" if is_confirmed else "deletion.objected"
    return _move(viewer, order_id, to, action, review, reason=objection)


def approve_order(*, viewer: Viewer, order_id: UUID) -> DeletionOrder:
    """The quality officer's word, once the client has spoken or let its time pass."""

    def approve(row: DeletionOrder) -> None:
        _check_body(viewer, row, [row.ordered_by_id])
        if row.state == OrderState.REVIEW:
            if clock.today(zone(row.case)) <= row.review_until:
                raise ReviewPendingError(until=row.review_until.isoformat())
            _list(row)
        row.approved_by_id, row.approved_at = viewer.person_id, clock.now()

    return _move(viewer, order_id, OrderState.APPROVED, "deletion.approved", approve)


def release_order(*, viewer: Viewer, order_id: UUID) -> DeletionOrder:
    """The second person's word, after which there is no way back."""

    def release(row: DeletionOrder) -> None:
        _check_body(viewer, row, [row.ordered_by_id, row.approved_by_id])
        row.released_by_id, row.released_at = viewer.person_id, clock.now()
        announce(DeletionReleased(owner_id=row.owner_id, order_id=row.id))

    return _move(viewer, order_id, OrderState.DELETING, "deletion.released", release)


def refuse_order(*, viewer: Viewer, order_id: UUID, reason: str) -> DeletionOrder:
    """Whoever may approve may also refuse; nothing was touched."""

    def refuse(row: DeletionOrder) -> None:
        if viewer.tenant_id != row.owner_id:
            raise NotPermitted
        row.refusal = reason

    return _move(viewer, order_id, OrderState.REFUSED, "deletion.refused", refuse, reason=reason)


def withdraw_order(*, viewer: Viewer, order_id: UUID, reason: str) -> DeletionOrder:
    """The body thinks again, e.g. because the client objects."""

    def withdraw(row: DeletionOrder) -> None:
        row.refusal = reason

    return _move(
        viewer, order_id, OrderState.WITHDRAWN, "deletion.withdrawn", withdraw, reason=reason
    )


def _move(
    viewer: Viewer,
    order_id: UUID,
    to: OrderState,
    action: str,
    change: Callable[[DeletionOrder], None],
    *,
    reason: str = "",
) -> DeletionOrder:
    order_of(viewer, order_id)
    with transaction.atomic():
        row = _locked(order_id)
        if not may_follow(row.state, to):
            raise OrderStateError(state=row.get_state_display())
        if to in FORWARD:
            check_not_held(row.case_id)
        before = row.digest()
        change(row)
        row.state = to
        row.save()
        record(viewer, action, row, before=before, reason=reason)
    return order_of(viewer, order_id)


FORWARD = frozenset({OrderState.APPROVED, OrderState.DELETING})


def _check_body(viewer: Viewer, row: DeletionOrder, earlier: list[UUID | None]) -> None:
    if viewer.tenant_id != row.owner_id:
        raise NotPermitted
    if not is_another(viewer.person_id, earlier):
        raise SamePersonError


def _locked(order_id: UUID) -> DeletionOrder:
    rows = DeletionOrder.objects.select_for_update(of=("self",)).select_related("case__client")
    return rows.get(id=order_id)


def _list(row: DeletionOrder) -> None:
    row.inventory = inventory_of(row.owner_id, row.case_id)
    row.inventory_sha256 = row.inventory["root"]
