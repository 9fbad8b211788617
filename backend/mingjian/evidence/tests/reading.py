"""Answers that stream, read to their end."""

from typing import Any

import pytest
from asgiref.sync import async_to_sync

to_its_end = pytest.mark.django_db(databases=["default", "keys"], transaction=True)
"""For what happens after the stream, which has let go of the request's connection."""


def body_of(answer: Any) -> bytes:
    async def collected() -> bytes:
        return b"".join([piece async for piece in answer.streaming_content])

    return async_to_sync(collected)()
