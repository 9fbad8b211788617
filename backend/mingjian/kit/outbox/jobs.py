"""Delivery: every (event, handler) pair is a job of its own.

So a handler that keeps failing delays no other, and is retried and seen like any job.
"""

from datetime import timedelta
from uuid import UUID

from mingjian.kit import clock
from mingjian.kit.errors import MingjianError
from mingjian.kit.jobs import completing, job, periodic
from mingjian.kit.outbox.events import load
from mingjian.kit.outbox.models import Announcement
from mingjian.kit.outbox.subscriptions import handlers_of

KEPT = timedelta(days=200)
CHUNK = 200


class UnknownHandler(MingjianError):
    status = 500
    code = "unknown_handler"
    zh = "本版本没有处理程序“{name}”。请确认后台任务进程与网站为同一版本，然后重试。"
    en = "This version has no handler “{name}”. Run workers and web at one version; retry."


@job("outbox.deliver", zh="处理后续事项", en="React to an event", retries=8, priority=10)
def deliver(*, owner_id: UUID, event_id: UUID, event: str, handler: str) -> None:
    """Let ``handler`` react; its effects and the record of the delivery are one transaction."""
    announced = Announcement.objects.get(pk=event_id)
    react = handlers_of(announced.name).get(handler)
    if react is None:
        raise UnknownHandler(name=handler)
    with completing():
        react(load(announced.name, announced.fields))


@periodic("outbox.forget", every=timedelta(hours=1), zh="清理旧事件", en="Forget old events")
def forget() -> None:
    """Delete events once even a delivery that failed is no longer kept."""
    old = Announcement.objects.filter(relayed_at__lt=clock.now() - KEPT)
    while chunk := list(old.values_list("pk", flat=True)[:CHUNK]):
        Announcement.objects.filter(pk__in=chunk).delete()
