"""The bytes of a request's body, straight from the socket into the buffer that is sealed."""

import asyncio
from collections.abc import AsyncIterator

from mingjian.evidence.errors.uploads import (
    CheckedPartTooLargeError,
    ChecksumMismatchError,
    UploadLengthError,
)
from mingjian.evidence.rules.quotas import CHECKED_AT_ONCE
from mingjian.evidence.rules.tus import Checksum
from mingjian.evidence.services.receiving import Receiving
from mingjian.evidence.tus.turns import Turn
from mingjian.kit.asgi import Receive

SILENCE = 60
"""Seconds without a byte after which a connection counts as dead."""


async def pour(receive: Receive, into: Receiving, left: int, turn: Turn) -> None:
    """Take what comes, at most ``left`` bytes, until the body ends or its connection does."""
    async for block in blocks(receive, turn):
        left -= len(block)
        if left < 0:
            raise UploadLengthError(length=into.offset + left + len(block))
        await _take(block, into)
    await asyncio.to_thread(into.write)


async def pour_checked(
    receive: Receive, into: Receiving, left: int, turn: Turn, checksum: Checksum
) -> None:
    """As :func:`pour`, but nothing is taken before all of it is known to be right."""
    part = bytearray()
    async for block in blocks(receive, turn):
        part += block
        if len(part) > CHECKED_AT_ONCE:
            raise CheckedPartTooLargeError(limit="8 MiB")
    if len(part) > left:
        raise UploadLengthError(length=into.offset + left)
    if not await asyncio.to_thread(checksum.fits, part):
        raise ChecksumMismatchError
    await _take(bytes(part), into)
    await asyncio.to_thread(into.write)


async def blocks(receive: Receive, turn: Turn) -> AsyncIterator[bytes]:
    """The body, until it ends, its sender goes, falls silent, or comes by another connection."""
    while not turn.is_asked_to_leave:
        try:
            async with asyncio.timeout(SILENCE) as turn.silence:
                message = await receive()
        except TimeoutError:
            return
        finally:
            turn.silence = None
        if message["type"] == "http.disconnect":
            return
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return


async def _take(block: bytes, into: Receiving) -> None:
    view = memoryview(block)
    while view:
        room = into.room
        count = min(len(room), len(view))
        room[:count] = view[:count]
        into.took(count)
        view = view[count:]
        if count == len(room):
            await asyncio.to_thread(into.write)
