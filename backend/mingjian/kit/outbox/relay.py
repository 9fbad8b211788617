"""From announcements to deliveries; a step of the job worker's loop."""

from django.db import transaction

from mingjian.kit import clock
from mingjian.kit.jobs import enqueue
from mingjian.kit.outbox.jobs import deliver
from mingjian.kit.outbox.models import Announcement
from mingjian.kit.outbox.subscriptions import handlers_of

BATCH = 50


def relay() -> int:
    """Enqueue the deliveries of waiting events, oldest first; returns how many events."""
    waiting = Announcement.objects.filter(relayed_at=None).order_by("id")
    if not waiting.exists():
        return 0
    with transaction.atomic():
        batch = list(waiting.select_for_update(skip_locked=True)[:BATCH])
        for announcement in batch:
            _enqueue_deliveries(announcement)
        ids = [announcement.pk for announcement in batch]
        Announcement.objects.filter(pk__in=ids).update(relayed_at=clock.now())
    return len(batch)


def _enqueue_deliveries(announced: Announcement) -> None:
    for handler in handlers_of(announced.name):
        enqueue(
            deliver,
            key=f"{announced.pk}:{handler}",
            owner_id=announced.owner_id,
            event_id=announced.pk,
            event=announced.name,
            handler=handler,
        )
