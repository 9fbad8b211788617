"""One poller per process, and as many followers as there are open pages.

The database is asked four times a second however many pages are open, over one
connection, which closes with the last page. A page that cannot keep up is let go: it
comes back and resumes.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from django.db import connections

from mingjian.kit.live.news import Follower, Goodbye, Line, look

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.25
LONGEST_QUEUE = 500
AT_ONCE = 25
"""Followers whose rights are read in one go: the first do not wait for the last."""
TOO_SLOW = Goodbye(1013, "too slow")

Outbox = asyncio.Queue[Line | Goodbye]


class Hub:
    """Brings what :func:`look` finds to the queue of each open page."""

    def __init__(self) -> None:
        self._outboxes: dict[Follower, Outbox] = {}
        self._newcomer = asyncio.Event()
        self._poller: asyncio.Task[None] | None = None

    def join(self, follower: Follower) -> Outbox:
        outbox = self._outboxes[follower] = Outbox(LONGEST_QUEUE)
        if self._poller is None or self._poller.done():
            self._newcomer = asyncio.Event()
            self._poller = asyncio.create_task(self._poll())
        self._newcomer.set()
        return outbox

    def leave(self, follower: Follower) -> None:
        self._outboxes.pop(follower, None)

    async def _poll(self) -> None:
        with ThreadPoolExecutor(1, "live-updates") as thread:
            try:
                while self._outboxes:
                    await self._look(thread)
                    await self._pause()
            finally:
                thread.submit(connections.close_all)

    async def _look(self, thread: ThreadPoolExecutor) -> None:
        run = asyncio.get_running_loop().run_in_executor
        try:
            followers = list(self._outboxes)
            for first in range(0, len(followers), AT_ONCE):
                some = followers[first : first + AT_ONCE]
                self._deliver(await run(thread, look, some))
        except Exception:
            logger.exception("the change feed could not be read; trying again")
            await run(thread, connections.close_all)

    async def _pause(self) -> None:
        """Until the next look is due; a page that has just opened is welcomed at once."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._newcomer.wait(), POLL_SECONDS)
        self._newcomer.clear()

    def _deliver(self, told: list[tuple[Follower, Line | Goodbye]]) -> None:
        for follower, line in told:
            outbox = self._outboxes.get(follower)
            if outbox is None:
                continue
            if outbox.full():
                line = TOO_SLOW
            if isinstance(line, Goodbye):
                self.leave(follower)
                empty(outbox)
            outbox.put_nowait(line)


def empty(outbox: Outbox) -> None:
    """Nothing that waited is told any more: the follower has lost the right to it, or left."""
    while not outbox.empty():
        outbox.get_nowait()
