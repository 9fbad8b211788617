"""Signalling through our own origin, with a stand-in media server and with the real one."""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from socket import SHUT_RDWR, create_connection
from threading import Thread
from typing import Any

import pytest
from django.conf import settings
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from mingjian.kit.access import authority
from mingjian.kit.access_fake import FakeAuthority
from tests.serving import Site, eventually, free_socket, serving

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

JWT_HEAD = b'{"alg":"HS256","typ":"JWT"}'
FLOOD_FRAMES, FLOOD_FRAME = 1000, 100_000
SDP = b"\x08\x01" + bytes(range(256)) * 400


class MediaServer:
    """A real WebSocket server that notes what reaches it, echoes, and ends as it is told."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.closed_with: list[int | None] = []
        self.flooded = 0
        self.bound = free_socket()
        self.port: int = self.bound.getsockname()[1]

    def __enter__(self) -> "MediaServer":
        self._thread = Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        eventually(lambda: hasattr(self, "_server"))
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._server.close)
        self._thread.join(15)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        server: Server = await serve(
            self._speak,
            sock=self.bound,
            process_request=self._judge,
            select_subprotocol=lambda _, offered: offered[0] if offered else None,
        )
        self._server = server
        await server.wait_closed()

    def _judge(self, connection: ServerConnection, request: Request) -> Response | None:
        self.requests.append(request)
        if "validate" in request.path:
            return connection.respond(HTTPStatus.OK, "success")
        if "access_token=wrong" in request.path:
            return connection.respond(HTTPStatus.UNAUTHORIZED, "invalid token")
        return None

    async def _speak(self, connection: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            while True:
                await self._reply(connection, await connection.recv())
        self.closed_with.append(connection.close_code)

    async def _reply(self, connection: ServerConnection, message: str | bytes) -> None:
        if message == "flood":
            for _ in range(FLOOD_FRAMES):
                await connection.send(bytes(FLOOD_FRAME))
                self.flooded += 1
        elif message == "bye":
            await connection.close(4321, "room closed")
        elif message == "die":
            connection.transport.abort()
        else:
            await connection.send(message)


@pytest.fixture
def media() -> Iterator[MediaServer]:
    with MediaServer() as media:
        yield media


@pytest.fixture
def members() -> Iterator[FakeAuthority]:
    fake = FakeAuthority()
    fake.enrol("lin")
    with authority.replaced_by(fake):
        yield fake


@pytest.fixture
def point_to(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Says where the media server is, as the environment would."""
    return lambda port: monkeypatch.setattr(
        settings.ENVIRONMENT, "media_url", f"http://127.0.0.1:{port}"
    )


@pytest.fixture
def site(media: MediaServer, point_to: Any) -> Iterator[Site]:
    point_to(media.port)
    with serving() as site:
        yield site


@pytest.fixture
def login(members: FakeAuthority) -> str:
    return members.sign_in("lin")


def code_of(closed: ConnectionClosed) -> tuple[int, str] | None:
    return (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else None


def test_frames_pass_both_ways_as_they_are(site: Site, login: str) -> None:
    with site.socket("/rtc/v1?access_token=t", login) as room:
        for frame in SDP, "text 鉴", b"", bytes(1_000_000):
            room.send(frame)
            assert room.recv(timeout=15) == frame


def test_the_query_passes_as_it_is_and_our_cookie_does_not(
    site: Site, media: MediaServer, login: str
) -> None:
    with site.socket("/rtc?access_token=a.b-c%2B&auto_subscribe=1&x=%E5%8D%8E", login):
        [request] = media.requests
    assert request.path == "/rtc?access_token=a.b-c%2B&auto_subscribe=1&x=%E5%8D%8E"
    assert "Cookie" not in request.headers
    assert "Sec-WebSocket-Extensions" not in request.headers


def test_a_token_in_the_header_passes_too(site: Site, media: MediaServer, login: str) -> None:
    bearer = {"Authorization": "Bearer a.b.c"}
    with site.socket("/rtc", login, additional_headers=bearer):
        assert media.requests[0].headers["Authorization"] == "Bearer a.b.c"


def test_the_subprotocol_that_the_media_server_chose_is_agreed(site: Site, login: str) -> None:
    with site.socket("/rtc", login, subprotocols=[Subprotocol("livekit")]) as room:
        assert room.subprotocol == "livekit"


def test_how_the_media_server_ended_reaches_the_page(site: Site, login: str) -> None:
    with site.socket("/rtc", login) as room:
        room.send("bye")
        with pytest.raises(ConnectionClosed) as closed:
            room.recv(timeout=15)
    assert code_of(closed.value) == (4321, "room closed")


def test_how_the_page_ended_reaches_the_media_server(
    site: Site, media: MediaServer, login: str
) -> None:
    room = site.socket("/rtc", login)
    room.close(3456)
    eventually(lambda: media.closed_with == [3456])


def test_a_page_that_vanished_is_let_go_there_too(
    site: Site, media: MediaServer, login: str
) -> None:
    room = site.socket("/rtc", login)
    room.socket.shutdown(SHUT_RDWR)
    eventually(lambda: media.closed_with == [1001])


def test_a_media_server_that_dies_ends_the_page_with_come_back(site: Site, login: str) -> None:
    with site.socket("/rtc", login) as room:
        room.send("die")
        with pytest.raises(ConnectionClosed) as closed:
            room.recv(timeout=15)
    assert code_of(closed.value) == (1013, "media_server_down")


def test_a_token_the_media_server_refuses_is_refused_as_it_does(site: Site, login: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        site.socket("/rtc?access_token=wrong", login)
    assert refused.value.response.status_code == 401


def test_its_verdict_can_be_asked_for(site: Site, media: MediaServer, login: str) -> None:
    with site.client(login) as client:
        answer = client.get("/rtc/validate?access_token=t")
        assert (answer.status_code, answer.text) == (200, "success")
        assert client.get("/rtc/v1/validate").status_code == 200
    assert media.requests[0].path == "/rtc/validate?access_token=t"


def test_nothing_else_of_the_media_server_is_reachable(site: Site, login: str) -> None:
    with site.client(login) as client:
        assert client.get("/rtc").status_code == 404
        assert client.get("/rtc/twirp/livekit.RoomService/ListRooms").status_code == 404
    with pytest.raises(ConnectionClosed) as closed:
        site.socket("/rtc/agent", login).recv(timeout=15)
    assert code_of(closed.value) == (4404, "not_found")


def test_strangers_and_foreign_pages_get_no_signalling(site: Site, login: str) -> None:
    with pytest.raises(ConnectionClosed) as closed:
        site.socket("/rtc?access_token=t").recv(timeout=15)
    assert code_of(closed.value) == (4401, "not_signed_in")
    with pytest.raises(InvalidStatus) as refused:
        site.socket("/rtc?access_token=t", login, origin="https://evil.example")
    assert refused.value.response.status_code == 403


def test_without_a_media_server_the_page_is_told_so(site: Site, login: str, point_to: Any) -> None:
    with free_socket() as unused:
        point_to(unused.getsockname()[1])
        with site.client(login) as client:
            answer = client.get("/rtc/validate", headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.json()["code"]) == (502, "media_server_down")
        with pytest.raises(ConnectionClosed) as closed:
            site.socket("/rtc", login).recv(timeout=15)
        assert code_of(closed.value) == (1013, "media_server_down")


def test_a_slow_page_slows_the_media_server_down(
    site: Site, media: MediaServer, login: str
) -> None:
    """Nothing is queued in between: what a page does not take is not read either."""
    with site.socket("/rtc", login, max_queue=1) as room:
        room.send("flood")
        eventually(lambda: has_come_to_rest(lambda: media.flooded))
        assert media.flooded < FLOOD_FRAMES / 2
        for _ in range(FLOOD_FRAMES):
            assert len(room.recv(timeout=15)) == FLOOD_FRAME


def has_come_to_rest(count: Callable[[], int]) -> bool:
    before = count()
    time.sleep(1)
    return before == count() > 0


@pytest.fixture
def livekit(tmp_path: Path, point_to: Any) -> Iterator[str]:
    """The real media server; gives the secret of its key ``test``."""
    binary = livekit_binary()
    if binary is None:
        reason = "no livekit-server: ./run builds it into the cache directory"
        (pytest.fail if "CI" in os.environ else pytest.skip)(reason)  # noqa: TID251
    secret, port, udp = "s" * 32, free_port(), free_port()
    rtc = {"udp_port": udp, "tcp_port": 0, "node_ip": "127.0.0.1", "use_external_ip": False}
    configuration = {
        "port": port,
        "bind_addresses": ["127.0.0.1"],
        "rtc": rtc | {"enable_loopback_candidate": True, "interfaces": {"includes": ["lo"]}},
        "keys": {"test": secret},
        "logging": {"level": "error"},
    }
    path = tmp_path / "livekit.yaml"
    path.write_text(json.dumps(configuration))
    with subprocess.Popen([binary, "--config", path]) as process:
        eventually(lambda: answers(port))
        point_to(port)
        yield secret
        process.kill()


def livekit_binary() -> str | None:
    environment = os.environ  # noqa: TID251
    cache = Path(environment.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    built = sorted((cache / "mingjian" / "bin").glob("livekit-server*"))
    named = environment.get("LIVEKIT_SERVER_BIN") or shutil.which("livekit-server")
    return named or (str(built[-1]) if built else None)


def free_port() -> int:
    with free_socket() as bound:
        return int(bound.getsockname()[1])


def answers(port: int) -> bool:
    with suppress(OSError), create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def room_token(secret: str) -> str:
    """What a room's token is: a JWT signed with the media server's key."""

    def part(content: bytes) -> str:
        return base64.urlsafe_b64encode(content).rstrip(b"=").decode()

    claims = {
        "iss": "test",
        "sub": "lin",
        "exp": int(time.time()) + 60,
        "video": {"room": "r1", "roomJoin": True},
    }
    signed = f"{part(JWT_HEAD)}.{part(json.dumps(claims).encode())}"
    return f"{signed}.{part(hmac.digest(secret.encode(), signed.encode(), hashlib.sha256))}"


def test_the_real_media_server_lets_a_token_in_and_nothing_else(livekit: str, login: str) -> None:
    with serving() as site:
        token = room_token(livekit)
        with site.client(login) as client:
            assert client.get(f"/rtc/validate?access_token={token}").status_code == 200
            assert client.get("/rtc/validate?access_token=forged").status_code == 401
        with site.socket(f"/rtc?access_token={token}&protocol=15&sdk=js", login) as room:
            assert isinstance(room.recv(timeout=15), bytes)
        with pytest.raises(InvalidStatus) as refused:
            site.socket("/rtc?access_token=forged&protocol=15", login)
        assert refused.value.response.status_code == 401
