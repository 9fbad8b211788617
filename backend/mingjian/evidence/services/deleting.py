"""Carrying a deletion out: each step may be cut off anywhere and goes on from where it stood.

Nothing is called deleted before it is: the order's state changes in the last transaction of
each step, after the work. What the body keeps is sealed anew and committed before the key goes.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import DeletionOrder, OrderState
from mingjian.evidence.queries.deletion_rules import retention_rules
from mingjian.evidence.queries.deletion_scans import scan_of
from mingjian.evidence.queries.deletions import check_not_held
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.deletion import deletable_stores, retained_stores
from mingjian.kit.keys.examination import is_alive
from mingjian.kit.keys.services import create_audit_key, destroy_audit_key, records_of


def order_for_process(viewer: Viewer, order_id: UUID) -> DeletionOrder:
    rows = DeletionOrder.objects.select_related("case__client")
    return rows.get(owner_id=viewer.tenant_id, id=order_id)


def keep_records(*, viewer: Viewer, order_id: UUID) -> None:
    """Seal anew, under a key of its own, what the body keeps of the audit."""
    order = order_for_process(viewer, order_id)
    create_audit_key(order.owner_id, records_of(order.case_id))
    for store in retained_stores():
        store.keep(viewer, order.case_id)


def destroy_key_and_erase(*, viewer: Viewer, order_id: UUID) -> None:
    """The key first: from then on nobody reads anything; then everything that it sealed."""
    order = order_for_process(viewer, order_id)
    if is_alive(order.owner_id, order.case_id):
        check_not_held(order.case_id)
    destroy_audit_key(order.owner_id, order.case_id)
    for store in deletable_stores():
        store.erase(viewer, order.case_id)


def note_destroyed(*, viewer: Viewer, order_id: UUID) -> DeletionOrder:
    """All is erased here; now the backups of the key have to expire."""
    with transaction.atomic():
        order = _locked(viewer, order_id)
        days = retention_rules(viewer, order.case).parameters["key_backup_days"]
        before = order.digest()
        order.state, order.key_destroyed_at = OrderState.WAITING, clock.now()
        order.horizon_at = order.key_destroyed_at + timedelta(days=days)
        order.save()
        record(viewer, "deletion.destroyed", order, before=before)
    return order


def verify_deletion(*, viewer: Viewer, order_id: UUID) -> DeletionOrder:
    """After the horizon: ask every store again, and try every key that is left."""
    order = order_for_process(viewer, order_id)
    scan = scan_of(order)
    with transaction.atomic():
        order = _locked(viewer, order_id)
        before = order.digest()
        order.scan, order.verified_at = scan, clock.now()
        order.state = OrderState.VERIFIED if scan["is_clean"] else OrderState.RESIDUE
        order.save()
        action = "deletion.verified" if scan["is_clean"] else "deletion.residue_found"
        record(viewer, action, order, before=before)
    return order


def _locked(viewer: Viewer, order_id: UUID) -> DeletionOrder:
    rows = DeletionOrder.objects.select_for_update(of=("self",)).select_related("case__client")
    return rows.get(owner_id=viewer.tenant_id, id=order_id)
