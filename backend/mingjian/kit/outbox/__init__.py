"""Facts announced by one stage and reacted to by later ones.

A service announces an event in its own transaction; a worker turns it into one job
per subscribed handler. So a handler runs at least once, is retried, and is seen on
the jobs page; its database effects count once (ADR 0006).
"""

from mingjian.kit.outbox.announcing import announce
from mingjian.kit.outbox.events import Event
from mingjian.kit.outbox.subscriptions import subscribe

__all__ = ["Event", "announce", "subscribe"]
