"""The real media server, with participants of its own SDK: what tokens grant, what it tells."""

import asyncio
import json
import subprocess
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from launch.setup.livekit import binary
from livekit import rtc

from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.rooms.livekit import LiveKit
from mingjian.rooms.media import ForgedEventError, MediaEvent, Ticket
from mingjian.rooms.rules.room_roles import POWERS, RoomRole
from tests.serving import eventually, free_socket

pytestmark = [pytest.mark.process, pytest.mark.slow]
ROOM, OTHER_ROOM = "0a-1b", "0a-2c"


@dataclass
class Server:
    """LiveKit as ``./run`` starts it, and what it told us."""

    url: str
    adapter: LiveKit
    told: list[tuple[bytes, str]] = field(default_factory=list)

    def ticket(self, role: RoomRole, *, room: str = ROOM, **values: Any) -> str:
        given = {
            "room": room,
            "identity": uuid7().hex,
            "name": "陈静",
            "role": role,
            "powers": POWERS[role],
            "expires_at": clock.now() + timedelta(minutes=10),
        }
        return self.adapter.token(Ticket(**{**given, **values}))

    def events(self) -> list[MediaEvent]:
        return [self.adapter.event(body, signature) for body, signature in list(self.told)]

    @asynccontextmanager
    async def connected(self, token: str) -> AsyncIterator[rtc.Room]:
        room = rtc.Room()
        await room.connect(self.url.replace("http", "ws"), token)
        try:
            yield room
        finally:
            await room.disconnect()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    found = binary()
    if found is None:
        pytest.skip("no livekit-server: ./run builds it")
    folder = tmp_path_factory.mktemp("livekit")
    keys = folder / "livekit.json"
    keys.write_text(json.dumps({"mjtest": "s" * 48}))
    keys.chmod(0o600)
    port, media = _free(), _free()
    server = Server(f"http://127.0.0.1:{port}", LiveKit(f"http://127.0.0.1:{port}", keys))
    with _Listening(server) as hook:
        settings = folder / "livekit.yaml"
        settings.write_text(json.dumps(_configuration(port, media, keys, hook)))
        process = subprocess.Popen([found, "--config", settings], stderr=subprocess.DEVNULL)
        try:
            eventually(lambda: _answers(server))
            yield server
        finally:
            process.kill()
            process.wait()


def _configuration(port: int, media: int, keys: Path, hook: str) -> dict[str, Any]:
    return {
        "port": port,
        "bind_addresses": ["127.0.0.1"],
        "rtc": {
            "node_ip": "127.0.0.1",
            "use_external_ip": False,
            "udp_port": media,
            "tcp_port": 0,
            "enable_loopback_candidate": True,
            "interfaces": {"includes": ["lo"]},
        },
        "key_file": str(keys),
        "room": {"auto_create": True},
        "logging": {"level": "warn"},
        "webhook": {"api_key": "mjtest", "urls": [hook]},
    }


def _free() -> int:
    with free_socket() as free:
        return int(free.getsockname()[1])


def _answers(server: Server) -> bool:
    try:
        return server.adapter.listed("nobody") == []
    except Exception:  # noqa: BLE001  (it is still starting)
        return False


class _Hook(BaseHTTPRequestHandler):
    told: list[tuple[bytes, str]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.told.append((body, self.headers["Authorization"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


class _Listening:
    def __init__(self, server: Server) -> None:
        hook = type("Hook", (_Hook,), {"told": server.told})
        self._web = ThreadingHTTPServer(("127.0.0.1", 0), hook)
        self._thread = threading.Thread(target=self._web.serve_forever)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._web.server_port}/"

    def __exit__(self, *trouble: object) -> None:
        self._web.shutdown()
        self._thread.join()
        self._web.server_close()


async def until(condition: Callable[[], object], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.1)


def camera() -> tuple[rtc.VideoSource, rtc.LocalVideoTrack]:
    source = rtc.VideoSource(320, 180)
    return source, rtc.LocalVideoTrack.create_video_track("camera", source)


async def publish(room: rtc.Room, source: Any) -> None:
    _, track = camera()
    options = rtc.TrackPublishOptions(source=source)
    async with asyncio.timeout(8):
        await room.local_participant.publish_track(track, options)


async def refused(room: rtc.Room, source: Any) -> bool:
    try:
        await publish(room, source)
    except (rtc.participant.PublishTrackError, TimeoutError):
        return True
    return False


def test_an_auditor_publishes_and_an_observer_cannot(server: Server) -> None:
    async def scene() -> None:
        async with (
            server.connected(server.ticket(RoomRole.AUDITOR)) as auditor,
            server.connected(server.ticket(RoomRole.OBSERVER)) as observer,
        ):
            await publish(auditor, rtc.TrackSource.SOURCE_CAMERA)
            assert await refused(observer, rtc.TrackSource.SOURCE_CAMERA)
            auditors = observer.remote_participants
            await until(lambda: any(each.track_publications for each in auditors.values()))
            assert observer.local_participant.identity in auditor.remote_participants

    asyncio.run(scene())


def test_an_interpreter_may_be_seen_but_shares_no_screen(server: Server) -> None:
    async def scene() -> None:
        async with server.connected(server.ticket(RoomRole.INTERPRETER)) as interpreter:
            await publish(interpreter, rtc.TrackSource.SOURCE_CAMERA)
            assert await refused(interpreter, rtc.TrackSource.SOURCE_SCREENSHARE)

    asyncio.run(scene())


def test_the_servers_worker_is_hidden_and_everybody_else_is_seen(server: Server) -> None:
    async def scene() -> None:
        token = server.ticket(RoomRole.WORKER)
        async with (
            server.connected(server.ticket(RoomRole.CLIENT)) as client,
            server.connected(token) as worker,
            server.connected(server.ticket(RoomRole.OBSERVER)),
        ):
            await until(lambda: len(client.remote_participants) == 1)
            assert worker.local_participant.identity not in client.remote_participants
            assert len(await asyncio.to_thread(server.adapter.listed, ROOM)) == 3

    asyncio.run(scene())


def test_a_ticket_opens_its_own_room_only(server: Server) -> None:
    async def scene() -> None:
        token = server.ticket(RoomRole.AUDITOR, room=OTHER_ROOM)
        async with server.connected(token) as auditor:
            listed = await asyncio.to_thread(server.adapter.listed, ROOM)
            assert auditor.name == OTHER_ROOM
            mine = auditor.local_participant.identity
            assert mine not in [each.identity for each in listed]

    asyncio.run(scene())


@pytest.mark.parametrize("fault", ["expired", "forged"])
def test_an_old_or_forged_ticket_opens_nothing(server: Server, fault: str, tmp_path: Path) -> None:
    adapter = server.adapter
    if fault == "forged":
        (tmp_path / "keys").write_text(json.dumps({"mjtest": "x" * 48}))
        adapter = LiveKit(server.url, tmp_path / "keys")
    stranger = Server(server.url, adapter)
    past = clock.now() - timedelta(minutes=10) if fault == "expired" else clock.now()
    token = stranger.ticket(RoomRole.AUDITOR, expires_at=past + timedelta(minutes=5))

    async def scene() -> None:
        with pytest.raises(rtc.ConnectError):
            async with server.connected(token):
                pass

    asyncio.run(scene())


def test_whoever_is_put_out_is_gone_and_a_closed_room_is_empty(server: Server) -> None:
    async def scene() -> None:
        async with (
            server.connected(server.ticket(RoomRole.CLIENT)) as client,
            server.connected(server.ticket(RoomRole.GUEST)) as guest,
        ):
            gone: list[object] = []
            client.on("disconnected", gone.append)
            guest.on("disconnected", gone.append)
            identity = client.local_participant.identity
            await asyncio.to_thread(server.adapter.remove, ROOM, identity)
            await until(lambda: len(gone) == 1)
            await asyncio.to_thread(server.adapter.close, ROOM)
            await until(lambda: len(gone) == 2)
        assert await asyncio.to_thread(server.adapter.listed, ROOM) == []

    asyncio.run(scene())


def test_removing_somebody_who_is_not_there_changes_nothing(server: Server) -> None:
    server.adapter.remove("no room", "nobody")
    server.adapter.close("no room")


def test_a_muted_microphone_is_silent(server: Server) -> None:
    async def scene() -> None:
        async with server.connected(server.ticket(RoomRole.CLIENT)) as client:
            source = rtc.AudioSource(48_000, 1)
            track = rtc.LocalAudioTrack.create_audio_track("microphone", source)
            options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
            sent = await client.local_participant.publish_track(track, options)
            muted: list[object] = []
            client.on("track_muted", lambda *what: muted.append(what))
            identity = client.local_participant.identity
            async with asyncio.timeout(20):
                while not muted:  # the server lists a track moments after its publisher does
                    await asyncio.to_thread(server.adapter.mute, ROOM, identity)
                    await asyncio.sleep(0.2)
            assert sent.sid

    asyncio.run(scene())


def test_coming_and_going_is_told_signed_and_to_the_second(server: Server) -> None:
    token = server.ticket(RoomRole.CLIENT)

    async def scene() -> str:
        async with server.connected(token) as client:
            identity = client.local_participant.identity
            listed = await asyncio.to_thread(server.adapter.listed, ROOM)
            [seen] = [each for each in listed if each.identity == identity]
            assert abs(seen.joined_at - clock.now()) < timedelta(seconds=10)
            return identity

    identity = asyncio.run(scene())

    def kinds() -> list[str]:
        mine = [each for each in server.events() if each.participant]
        return [
            each.kind
            for each in mine
            if each.participant and each.participant.identity == identity and each.kind != "other"
        ]

    eventually(lambda: kinds() == ["joined", "left"])
    body, signature = server.told[-1]
    with pytest.raises(ForgedEventError):
        server.adapter.event(body + b" ", signature)
    with pytest.raises(ForgedEventError):
        server.adapter.event(body, signature[:-4] + "AAAA")
