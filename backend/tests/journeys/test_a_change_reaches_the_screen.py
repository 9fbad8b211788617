"""A change by one person reaches every page that may show it; see the journey of that name."""

import json
from collections.abc import Iterator

import httpx
import pytest
from django.apps import apps
from django.conf import settings
from websockets.exceptions import ConnectionClosed
from websockets.sync.connection import Connection

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services import revoke_membership
from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.tests.factories import engage, found, seat, signed_in, viewer
from mingjian.kit.live.topics import topics
from mingjian.kit.tenancy import tenant_scope
from tests.serving import Site, serving

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def ours() -> Seat:
    return found("华鉴认证有限公司")


def login(who: Seat) -> str:
    return signed_in(who).cookies[settings.SESSION_COOKIE_NAME].value


def page(site: Site, session_key: str) -> Connection:
    """A page that follows already: its first line says so."""
    socket = site.socket("/ws", session_key)
    assert json.loads(socket.recv(timeout=15))["topic"] == "heartbeat"
    return socket


def post(site: Site, session_key: str, path: str, body: object = None) -> httpx.Response:
    with site.client(session_key, **{"X-CSRFToken": "t" * 32}) as client:
        client.cookies["csrftoken"] = "t" * 32
        return client.post(path, json=body)


def add_person(site: Site, who: Seat, name: str) -> str:
    person = {"name": name, "email": "new@people.example", "tenant_id": str(who.tenant.id)}
    answer = post(site, login(who), "/api/identity/people", person)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def heard(socket: Connection, *, within_seconds: float = 15) -> set[tuple[str, str]]:
    """Topics and ids that are told in one go."""
    lines = set()
    try:
        while True:
            line = json.loads(socket.recv(timeout=within_seconds))
            if line["topic"] != "heartbeat":
                lines.add((line["topic"], line["id"]))
                within_seconds = 1.0
    except TimeoutError:
        return lines


def test_a_colleague_sees_a_new_person_without_reloading(site: Site, ours: Seat) -> None:
    with page(site, login(ours)) as colleague:
        added = add_person(site, ours, "林晓")
        assert {("people", added), ("journal", added)} <= heard(colleague)


def test_another_body_hears_nothing_of_it(site: Site, ours: Seat) -> None:
    with page(site, login(found("远衡认证有限公司"))) as stranger:
        add_person(site, ours, "林晓")
        assert heard(stranger, within_seconds=2) == set()


def test_a_role_without_the_right_hears_nothing_of_it(site: Site, ours: Seat) -> None:
    with page(site, login(seat(ours, "TE"))) as expert:
        add_person(site, ours, "林晓")
        assert heard(expert, within_seconds=2) == set()


def test_a_client_hears_nothing_of_the_bodys_own_people(site: Site, ours: Seat) -> None:
    coordinator = seat(ours, "CC", tenant=engage(ours))
    with page(site, login(coordinator)) as client:
        add_person(site, ours, "林晓")
        assert heard(client, within_seconds=2) == set()


def test_a_login_ended_from_another_device_loses_its_page(site: Site, ours: Seat) -> None:
    here, elsewhere = Browser(), Browser()
    for browser in here, elsewhere:
        assert browser.sign_in(ours.person.email).status_code == 200
    with page(site, here.client.cookies[settings.SESSION_COOKIE_NAME].value) as lost:
        assert elsewhere.post("/api/identity/logins/end-others").status_code == 204
        with pytest.raises(ConnectionClosed) as closed:
            lost.recv(timeout=10)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401


def test_a_revoked_role_loses_its_page(site: Site, ours: Seat) -> None:
    expert = seat(ours, "TE")
    with page(site, login(expert)) as lost:
        with tenant_scope({ours.tenant.id}):
            revoke_membership(
                viewer=viewer(ours), membership_id=expert.membership.id, reason="离职"
            )
        with pytest.raises(ConnectionClosed) as closed:
            lost.recv(timeout=10)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code in {4401, 4403}


def test_every_topic_speaks_of_rows_that_exist() -> None:
    labels = {model._meta.label_lower for model in apps.get_models()}
    assert {kind for topic in topics() for kind in topic.kinds} <= labels
