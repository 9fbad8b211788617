"""The door for the media server's events, as the web process opens it."""

from collections.abc import Iterator
from typing import Any, cast

import httpx
import pytest

from config.asgi import application
from mingjian.rooms.fake_media import FakeMedia
from mingjian.rooms.media import media_server


@pytest.fixture
def media() -> Iterator[FakeMedia]:
    fake = FakeMedia()
    with media_server.replaced_by(fake):
        yield fake


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
async def test_the_door_for_events_opens_to_signatures_only(media: FakeMedia) -> None:
    transport = httpx.ASGITransport(app=cast(Any, application))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as server:
        forged = await server.post("/hooks/media", content=b"{}")
        elsewhere = await server.post("/hooks/media/x", content=b"{}")
        large = await server.post("/hooks/media", content=b"x" * 70_000)
    assert (forged.status_code, forged.json()["code"]) == (401, "rooms_forged_event")
    assert (elsewhere.status_code, large.status_code) == (404, 413)
