"""Two hundred open pages: all of them hear, and the database does not feel them."""

import asyncio
import json
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from websockets.asyncio.client import ClientConnection, connect

from mingjian.kit.access import SIGNED_IN, Rule, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.asgi_guard import Guarded, Route, in_own_thread
from mingjian.kit.ids import uuid7
from mingjian.kit.live.fake import FakeFeed
from mingjian.kit.live.socket import LiveUpdates
from mingjian.kit.live.topics import Topic, feed, topics
from tests.serving import Site, serving, without_lifespan

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

PAGES = 200
TENANT = uuid7()


@pytest.fixture
def logins() -> Iterator[list[str]]:
    members = FakeAuthority()
    members.rights["ADM"] = {("people", "R")}
    names = [f"member {number}" for number in range(PAGES)]
    with authority.replaced_by(members):
        for name in names:
            members.enrol(name, tenant_id=TENANT)
        yield [members.sign_in(name) for name in names]


@pytest.fixture
def journal() -> Iterator[FakeFeed]:
    fake = FakeFeed()
    people = Topic("people", Rule("people", "R"), lambda viewer, grants, ids: ids)
    with feed.replaced_by(fake), topics.replaced_by(people):
        yield fake


async def open_page(site: Site, login: str) -> ClientConnection:
    cookie = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={login}"}
    page = await connect(
        f"ws://localhost:{site.port}/ws",
        origin=site.origin,  # type: ignore[arg-type]
        additional_headers=cookie,
        proxy=None,
        open_timeout=60,
    )
    assert json.loads(await page.recv())["topic"] == "heartbeat"
    return page


def open_database_connections() -> int:
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def test_two_hundred_pages_all_hear_and_hold_no_database_connection(
    logins: list[str], journal: FakeFeed
) -> None:
    async def every_page_hears(site: Site) -> None:
        pages = [await open_page(site, login) for login in logins]
        assert await in_own_thread(open_database_connections) <= 4
        changed = journal.commit(TENANT, "person")
        async with asyncio.timeout(30):
            heard = [json.loads(await page.recv()) for page in pages]
        assert {line["id"] for line in heard} == {str(changed)}
        await asyncio.gather(*(page.close() for page in pages))

    route = Route("/ws", "websocket", LiveUpdates(heartbeat_seconds=600), SIGNED_IN, "test")
    with serving(without_lifespan(Guarded(route))) as site:
        asyncio.run(every_page_hears(site))
