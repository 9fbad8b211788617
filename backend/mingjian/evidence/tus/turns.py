"""One request at a time per upload; a newer one ends an older one whose line may be dead."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from mingjian.evidence.errors.uploads import UploadBusyError

PATIENCE = 10
"""Seconds to wait until an older request has made durable what it had."""


class Turn:
    """A request's hold on one upload."""

    def __init__(self) -> None:
        self.is_asked_to_leave = False
        self.is_over = asyncio.Event()
        self.silence: asyncio.Timeout | None = None
        """Runs while the request waits for bytes; only there it can be ended safely."""

    def ask_to_leave(self) -> None:
        self.is_asked_to_leave = True
        if self.silence:
            self.silence.reschedule(asyncio.get_running_loop().time())


class Turns:
    """Who holds which upload, in this process; files are locked against other processes."""

    def __init__(self) -> None:
        self._held: dict[UUID, Turn] = {}

    @asynccontextmanager
    async def taken(self, upload_id: UUID) -> AsyncIterator[Turn]:
        while older := self._held.get(upload_id):
            older.ask_to_leave()
            try:
                await asyncio.wait_for(older.is_over.wait(), PATIENCE)
            except TimeoutError:
                raise UploadBusyError from None
        turn = self._held[upload_id] = Turn()
        try:
            yield turn
        finally:
            del self._held[upload_id]
            turn.is_over.set()
