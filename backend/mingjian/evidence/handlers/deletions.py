"""What follows from an order to delete."""

from mingjian.evidence.events import DeletionOrdered, DeletionReleased
from mingjian.evidence.jobs.deletions import keep_records, tell_of_deletion
from mingjian.kit.jobs import enqueue


def tell_when_ordered(event: DeletionOrdered) -> None:
    order_id = event.order_id
    enqueue(tell_of_deletion, owner_id=event.owner_id, order_id=order_id, key=str(order_id))


def delete_when_released(event: DeletionReleased) -> None:
    order_id = event.order_id
    enqueue(keep_records, owner_id=event.owner_id, order_id=order_id, key=str(order_id))
