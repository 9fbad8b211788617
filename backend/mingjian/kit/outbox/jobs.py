"""Delivery: every (event, handler) pair is a job of its own.

So a handler that keeps failing delays no other, and is retried and seen like any job.
"""

from uuid import UUID

from mingjian.kit.errors import MingjianError
from mingjian.kit.jobs import completing, job
from mingjian.kit.outbox.events import load
from mingjian.kit.outbox.models import Announcement
from mingjian.kit.outbox.subscriptions import handlers_of


class UnknownHandler(MingjianError):
    status = 500
    code = "unknown_handler"
    zh = "本版本没有处理程序“{name}”。请确认后台作业进程与网站为同一版本，然后重试。"
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
