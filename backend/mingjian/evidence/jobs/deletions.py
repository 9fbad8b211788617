"""Deletions, step by step: each step is a job of its own, and its end enqueues the next."""

from datetime import timedelta
from uuid import UUID

from mingjian.evidence.letters.deletions import send_order
from mingjian.evidence.models import DeletionOrder, OrderState
from mingjian.evidence.services import deleting
from mingjian.evidence.services.certifying import certify, made_certificate
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant, tenant_scope
from mingjian.programme.queries.contacts import client_contacts

HOUR = "%Y-%m-%dT%H"
TO_VERIFY = (OrderState.WAITING, OrderState.RESIDUE)


@job("evidence.tell_of_deletion", zh="请客户确认销毁", en="Ask the client about a deletion")
def tell_of_deletion(*, owner_id: UUID, order_id: UUID) -> None:
    order = deleting.order_for_process(viewer(), order_id)
    if order.state != OrderState.REVIEW:
        return
    with completing():
        for person in client_contacts(viewer(), order.case):
            send_order(person, order)


@job("evidence.keep_records", zh="留存审核记录", en="Keep an audit's records", slow=True)
def keep_records(*, owner_id: UUID, order_id: UUID) -> None:
    """Committed as a whole before anything is destroyed."""
    if deleting.order_for_process(viewer(), order_id).state != OrderState.DELETING:
        return
    deleting.keep_records(viewer=viewer(), order_id=order_id)
    with completing():
        enqueue(delete_audit, owner_id=owner_id, order_id=order_id, key=str(order_id))


@job("evidence.delete_audit", zh="销毁审核资料", en="Destroy an audit's evidence", slow=True)
def delete_audit(*, owner_id: UUID, order_id: UUID) -> None:
    if deleting.order_for_process(viewer(), order_id).state != OrderState.DELETING:
        return
    deleting.destroy_key_and_erase(viewer=viewer(), order_id=order_id)
    with completing():
        deleting.note_destroyed(viewer=viewer(), order_id=order_id)


@periodic(
    "evidence.look_for_horizons",
    every=timedelta(hours=1),
    zh="检查密钥备份是否到期",
    en="Look whether backups of keys have expired",
)
def look_for_horizons() -> None:
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            due = DeletionOrder.objects.filter(owner_id=owner_id, horizon_at__lte=clock.now())
            for order_id in due.filter(state__in=TO_VERIFY).values_list("id", flat=True):
                key = f"{clock.now():{HOUR}}:{order_id}"
                enqueue(verify_deletion, owner_id=owner_id, order_id=order_id, key=key)


@job("evidence.verify_deletion", zh="核验销毁", en="Verify a deletion", slow=True)
def verify_deletion(*, owner_id: UUID, order_id: UUID) -> None:
    if deleting.order_for_process(viewer(), order_id).state not in TO_VERIFY:
        return
    with completing():
        order = deleting.verify_deletion(viewer=viewer(), order_id=order_id)
        if order.state == OrderState.VERIFIED:
            enqueue(certify_deletion, owner_id=owner_id, order_id=order_id, key=str(order_id))


@job("evidence.certify_deletion", zh="出具销毁证明", en="Certify a deletion", slow=True)
def certify_deletion(*, owner_id: UUID, order_id: UUID) -> None:
    order = deleting.order_for_process(viewer(), order_id)
    made = made_certificate(viewer=viewer(), order=order)
    with completing():
        certify(viewer=viewer(), order_id=order_id, made=made)
