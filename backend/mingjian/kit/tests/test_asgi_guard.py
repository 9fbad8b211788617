"""What the guard in front of Django lets through, seen from outside over real sockets."""

from collections.abc import Iterator
from socket import create_connection

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from mingjian.kit.access import PUBLIC, SIGNED_IN, Rule, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.asgi import App, Receive, Scope, Send, respond
from mingjian.kit.asgi_guard import Guarded, Route
from tests.serving import Site, serving, without_lifespan

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

LIMIT = 1000


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the caller's name and the length of the body."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await receive()
        return
    length, more = 0, True
    while more:
        message = await receive()
        length += len(message.get("body", b""))
        more = message.get("more_body", False)
    name = scope["viewer"].actor if scope["viewer"] else "nobody"
    await respond(scope, send, 200, f"{name} {length}".encode())


def behind_guard(*routes: Route) -> App:
    guarded = [(route, Guarded(route)) for route in routes]

    async def root(scope: Scope, receive: Receive, send: Send) -> None:
        await next(each for route, each in guarded if route.matches(scope))(scope, receive, send)

    return without_lifespan(root)


APP = behind_guard(
    Route("/members", "http", echo, SIGNED_IN, "test", max_body_bytes=LIMIT),
    Route("/everybody", "http", echo, PUBLIC, "test"),
    Route("/journal", "http", echo, Rule("journal", "R"), "test"),
    Route("/socket", "websocket", echo, SIGNED_IN, "test", max_open_per_person=2),
)


@pytest.fixture
def members() -> Iterator[FakeAuthority]:
    fake = FakeAuthority()
    fake.enrol("lin")
    with authority.replaced_by(fake):
        yield fake


@pytest.fixture
def site(members: FakeAuthority) -> Iterator[Site]:
    with serving(APP) as site:
        yield site


@pytest.fixture
def lin(site: Site, members: FakeAuthority) -> Iterator[httpx.Client]:
    token = "t" * 32
    with site.client(members.sign_in("lin"), **{"X-CSRFToken": token}) as client:
        client.cookies["csrftoken"] = token
        yield client


def code(response: httpx.Response) -> str:
    return str(response.json()["code"])


def test_a_member_is_let_in_and_named(lin: httpx.Client) -> None:
    assert lin.get("/members/x").text == "person:lin 0"
    assert lin.post("/members", content=b"12345").text == "person:lin 5"


def test_anonymous_is_refused_with_what_to_do_in_both_languages(site: Site) -> None:
    with site.client() as client:
        chinese = client.get("/members", headers={"Accept-Language": "zh-CN"})
        english = client.get("/members", headers={"Accept-Language": "en-GB"})
    assert (chinese.status_code, chinese.json()["message"]) == (401, "请先登录。")
    assert (english.status_code, english.json()["message"]) == (401, "Please sign in first.")


def test_a_public_route_needs_no_sign_in(site: Site) -> None:
    with site.client() as client:
        assert client.get("/everybody").text == "nobody 0"


def test_a_role_without_the_right_is_refused(lin: httpx.Client, members: FakeAuthority) -> None:
    assert code(lin.get("/journal")) == "not_permitted"
    members.rights["ADM"] = {("journal", "R")}
    assert lin.get("/journal").status_code == 200


def test_a_foreign_host_is_refused(lin: httpx.Client) -> None:
    response = lin.get("/members", headers={"Host": "evil.example"})
    assert (response.status_code, code(response)) == (400, "foreign_host")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost"])
def test_a_write_from_another_origin_is_refused(lin: httpx.Client, origin: str) -> None:
    response = lin.post("/members", headers={"Origin": origin})
    assert (response.status_code, code(response)) == (403, "foreign_origin")


def test_a_write_that_names_no_origin_is_refused(lin: httpx.Client) -> None:
    del lin.headers["Origin"]
    assert code(lin.post("/members")) == "foreign_origin"
    assert lin.get("/members").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_without_the_token_is_refused(lin: httpx.Client, method: str) -> None:
    del lin.headers["X-CSRFToken"]
    assert code(lin.request(method, "/members")) == "missing_csrf_token"


def test_a_stranger_is_refused_before_any_of_the_body_is_read(site: Site) -> None:
    head = f"PUT /members HTTP/1.1\r\nHost: localhost:{site.port}\r\nContent-Length: 900\r\n\r\n"
    with create_connection(("127.0.0.1", site.port), timeout=15) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 403")


def test_a_body_over_the_limit_is_refused(lin: httpx.Client) -> None:
    announced = lin.post("/members", content=b"x" * (LIMIT + 1))
    in_chunks = lin.post("/members", content=iter([b"x" * LIMIT, b"x"]))
    assert [announced.status_code, in_chunks.status_code] == [413, 413]
    assert code(in_chunks) == "too_large"
    assert lin.post("/members", content=b"x" * LIMIT).status_code == 200


def close_code(socket: ClientConnection) -> int | None:
    """How the server ends a socket that says nothing."""
    with socket, pytest.raises(ConnectionClosed) as closed:
        socket.recv(timeout=15)
    return closed.value.rcvd.code if closed.value.rcvd else None


def test_a_member_opens_a_socket(site: Site, members: FakeAuthority) -> None:
    with site.socket("/socket", members.sign_in("lin")) as socket, pytest.raises(TimeoutError):
        socket.recv(timeout=0.3)


def test_another_sites_page_gets_no_socket_with_our_cookie(
    site: Site, members: FakeAuthority
) -> None:
    for origin in "https://evil.example", "null", "http://localhost":
        with pytest.raises(InvalidStatus) as refused:
            site.socket("/socket", members.sign_in("lin"), origin=origin)
        assert refused.value.response.status_code == 403


def test_a_socket_of_no_member_is_closed_with_a_code_the_page_understands(site: Site) -> None:
    assert close_code(site.socket("/socket", "")) == 4401
    assert close_code(site.socket("/socket", "forged")) == 4401


def test_one_person_cannot_open_sockets_without_end(site: Site, members: FakeAuthority) -> None:
    key = members.sign_in("lin")
    members.enrol("wang")
    with site.socket("/socket", key), site.socket("/socket", key):
        assert close_code(site.socket("/socket", key)) == 4429
        with site.socket("/socket", members.sign_in("wang")):
            pass
