"""Answers that stream, read to their end."""

from typing import Any

from asgiref.sync import async_to_sync


def body_of(answer: Any) -> bytes:
    async def collected() -> bytes:
        return b"".join([piece async for piece in answer.streaming_content])

    return async_to_sync(collected)()
