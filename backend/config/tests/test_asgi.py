"""The ASGI root, as browsers and attackers meet it."""

from collections.abc import Iterator

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from config.asgi import ROUTES
from tests.serving import Site, serving

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def loopback(site: Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{site.port}", trust_env=False) as client:
        yield client


def test_a_page_at_127_0_0_1_is_sent_to_localhost(site: Site, loopback: httpx.Client) -> None:
    response = loopback.get("/people?page=2&q=%E5%8D%8E")
    assert response.status_code == 308
    assert response.headers["location"] == f"{site.origin}/people?page=2&q=%E5%8D%8E"
    assert loopback.head("/").headers["location"] == f"{site.origin}/"


def test_a_redirect_never_leaves_this_machine(site: Site, loopback: httpx.Client) -> None:
    assert loopback.get("//evil.example/").headers["location"].startswith(f"{site.origin}/")


def test_what_is_posted_to_127_0_0_1_is_not_redirected(loopback: httpx.Client) -> None:
    assert loopback.post("/api/nowhere").status_code == 404


def test_localhost_itself_is_answered_by_django(site: Site) -> None:
    with site.client() as client:
        assert client.get("/api/nowhere").status_code == 404


def test_a_forged_host_header_is_refused(site: Site) -> None:
    with site.client(Host="evil.example") as client:
        assert client.get("/api/nowhere").status_code == 400


def test_a_socket_nobody_serves_is_not_found(site: Site) -> None:
    with pytest.raises(InvalidStatus) as refused:
        site.socket("/nowhere")
    assert refused.value.response.status_code == 404


def test_every_route_before_django_says_who_may_use_it_and_why() -> None:
    for route in ROUTES:
        assert route.prefix.startswith("/")
        assert route.why
