"""What a page hears over ``/ws``, and what it never hears."""

import json
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from websockets.exceptions import ConnectionClosed
from websockets.sync.connection import Connection

from mingjian.kit.access import SIGNED_IN, Grant, Rule, Viewer, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.asgi_guard import Guarded, Route
from mingjian.kit.live.fake import FakeFeed
from mingjian.kit.live.socket import LiveUpdates
from mingjian.kit.live.topics import Topic, feed, topics
from tests.serving import Site, eventually, serving, without_lifespan

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

QUIET_SECONDS = 1.0
PEOPLE = {("people", "R")}


class Office:
    """A tenant with one member, her login, and the journal that her page follows."""

    def __init__(self, site: Site, members: FakeAuthority, journal: FakeFeed) -> None:
        self.site, self.members, self.journal = site, members, journal
        self.lin = members.enrol("lin")
        members.rights["ADM"] = set(PEOPLE)
        self.login = members.sign_in("lin")

    def page(self, query: str = "") -> Connection:
        """A page that follows already: the first line says so."""
        socket = self.site.socket(f"/ws{query}", self.login)
        assert json.loads(socket.recv(timeout=15))["topic"] == "heartbeat"
        return socket

    def change(self, kind: str = "person", owner: UUID | None = None) -> str:
        return str(self.journal.commit(owner or self.lin.tenant_id, kind))


def lines(socket: Connection, *, within_seconds: float = 15) -> Iterator[dict[str, Any]]:
    """What comes over the wire, for so long."""
    deadline = monotonic() + within_seconds
    while (left := deadline - monotonic()) > 0:
        try:
            yield json.loads(socket.recv(timeout=left))
        except TimeoutError:
            return


def hear(socket: Connection) -> dict[str, Any]:
    """The next line that is not a heartbeat."""
    for line in lines(socket):
        if line["topic"] != "heartbeat":
            return line
    raise AssertionError("nothing was told")


def hears_nothing(socket: Connection) -> bool:
    heard = {line["topic"] for line in lines(socket, within_seconds=QUIET_SECONDS)}
    return heard <= {"heartbeat"}


def closes_with(socket: Connection) -> int | None:
    with pytest.raises(ConnectionClosed) as closed:
        for _ in lines(socket):
            pass
    return closed.value.rcvd.code if closed.value.rcvd else None


def own_people(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> frozenset[UUID]:
    """Those whose last digit is even stand for the rows this viewer may see."""
    return frozenset(each for each in ids if each.int % 2 == 0)


@pytest.fixture
def office() -> Iterator[Office]:
    members, journal = FakeAuthority(), FakeFeed()
    told = (
        Topic("people", Rule("people", "R"), own_people, frozenset({"person"})),
        Topic("journal", Rule("journal", "R"), own_people),
    )
    route = Route("/ws", "websocket", LiveUpdates(heartbeat_seconds=0.4), SIGNED_IN, "test")
    with (
        authority.replaced_by(members),
        feed.replaced_by(journal),
        topics.replaced_by(*told),
        serving(without_lifespan(Guarded(route))) as site,
    ):
        yield Office(site, members, journal)


def test_a_change_reaches_the_page(office: Office) -> None:
    with office.page() as page:
        changed = office.change()
        assert hear(page) == {"topic": "people", "id": changed, "version": 1}


def test_every_open_page_hears_it(office: Office) -> None:
    with office.page() as desk, office.page() as phone:
        changed = office.change()
        assert [hear(desk)["id"], hear(phone)["id"]] == [changed, changed]


def test_another_tenants_change_is_not_told(office: Office) -> None:
    stranger = office.members.enrol("stranger")
    with office.page() as page:
        office.change(owner=stranger.tenant_id)
        assert hears_nothing(page)
        changed = office.change()
        assert hear(page)["id"] == changed


def test_a_role_hears_only_the_topics_it_may_read(office: Office) -> None:
    with office.page() as page:
        office.change("certificate")
        assert hears_nothing(page)
        office.members.rights["ADM"].add(("journal", "R"))
        office.change("certificate")
        assert hear(page)["topic"] == "journal"


def test_a_role_that_sees_some_rows_hears_of_those_only(office: Office) -> None:
    office.members.qualified["people"] = "own"
    with office.page() as page:
        for last_digit in 1, 3, 4:
            office.journal.commit(office.lin.tenant_id, "person", UUID(int=last_digit))
        assert hear(page)["id"] == str(UUID(int=4))


def test_an_engaged_party_hears_of_the_rows_it_may_see_only(office: Office) -> None:
    body = office.members.enrol("body")
    office.members.engage("lin", body.tenant_id)
    with office.page() as page:
        for last_digit in 1, 4:
            office.journal.commit(body.tenant_id, "person", UUID(int=last_digit))
        assert hear(page)["id"] == str(UUID(int=4))


def test_a_revoked_login_loses_its_socket(office: Office) -> None:
    with office.page() as page:
        Session.objects.filter(pk=office.login).delete()
        assert closes_with(page) == 4401


def test_an_ended_membership_loses_its_socket(office: Office) -> None:
    with office.page() as page:
        del office.members.members["lin"]
        office.change("membership")
        assert closes_with(page) == 4401


def test_nothing_is_told_after_a_login_was_revoked(office: Office) -> None:
    with office.page() as page:
        Session.objects.filter(pk=office.login).delete()
        office.change()
        topics_heard = set()
        with pytest.raises(ConnectionClosed):
            topics_heard |= {line["topic"] for line in lines(page)}
        assert topics_heard <= {"heartbeat"}


def test_a_page_resumes_where_it_left(office: Office) -> None:
    first, second = office.change(), office.change()
    with office.page("?since=0") as page:
        assert [hear(page)["id"], hear(page)["id"]] == [first, second]
    with office.page("?since=1") as page:
        assert hear(page) == {"topic": "people", "id": second, "version": 2}
    with office.page("?since=2") as page:
        assert hears_nothing(page)


def test_a_page_without_a_version_hears_what_happens_from_now_on(office: Office) -> None:
    office.change()
    with office.page() as page:
        assert hears_nothing(page)


@pytest.mark.parametrize("since", [1, 999])
def test_a_page_too_far_away_reads_everything_again(office: Office, since: int) -> None:
    for _ in range(300):
        office.change()
    with office.page(f"?since={since}") as page:
        assert hear(page) == {"topic": "*", "id": "", "version": 300}


@pytest.mark.parametrize("since", ["", "-1", "x", "1" * 99, "%00"])
def test_a_nonsense_version_is_as_good_as_none(office: Office, since: str) -> None:
    with office.page(f"?since={since}") as page:
        changed = office.change()
        assert hear(page)["id"] == changed


def test_a_page_that_speaks_is_sent_away(office: Office) -> None:
    with office.page() as page:
        page.send("hello")
        assert closes_with(page) == 1008


def test_updates_come_again_after_the_feed_failed(office: Office) -> None:
    with office.page() as page:
        office.journal.is_broken = True
        eventually(lambda: office.journal.failures > 1)
        office.journal.is_broken = False
        changed = office.change()
        assert hear(page)["id"] == changed


def test_open_pages_do_not_delay_the_end_of_the_server(office: Office) -> None:
    with office.page() as page:
        office.site.stop()
        assert closes_with(page) == 1012
    eventually(lambda: office.site.has_stopped(), within_seconds=5)
