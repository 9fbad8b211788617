"""Says that the product is up: when it answers for the first time, and how to get in."""

import http.client
import json
import ssl
import time
from pathlib import Path
from urllib.parse import urlsplit

from launch.serve.installation import Installation
from launch.serve.lan import Lan
from launch.serve.supervisor import Supervisor
from launch.words import Trouble, say

PATIENCE_RESTARTS = 3
PROBE_SECONDS = 0.25


class Greeting:
    """Called on every tick until the web process has answered once."""

    def __init__(
        self, installation: Installation, supervisor: Supervisor, start: float, nearby: Lan | None
    ) -> None:
        self._installation = installation
        self._nearby = nearby
        self._supervisor = supervisor
        self._start = start
        self._next_probe = 0.0
        self._said = False

    def __call__(self) -> None:
        if self._said or time.monotonic() < self._next_probe:
            return
        self._next_probe = time.monotonic() + PROBE_SECONDS
        self._give_up_on_a_web_process_that_never_starts()
        if answers(self._installation):
            self._said = True
            greet(self._installation, time.monotonic() - self._start)
            if self._nearby:
                self._nearby.invite()

    def _give_up_on_a_web_process_that_never_starts(self) -> None:
        web = self._supervisor.children[0]
        if web.restarts >= PATIENCE_RESTARTS:
            raise Trouble(
                f"网页服务无法启动，见 {web.log}", f"The web process cannot start: {web.log}"
            )


def answers(installation: Installation) -> bool:
    """Does the web process answer, whatever it says?"""
    place = installation.address, installation.port
    connection = (
        http.client.HTTPSConnection(*place, timeout=2, context=_our_authority(installation))
        if installation.lan
        else http.client.HTTPConnection(*place, timeout=2)
    )
    try:
        connection.request("HEAD", "/", headers={"Host": urlsplit(installation.origin).netloc})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        connection.close()


def greet(installation: Installation, seconds: float) -> None:
    """The address, and the demo logins that ``manage.py demo`` left for us."""
    say(
        f"\n明鉴已启动（{seconds:.1f} 秒）：{installation.origin}",
        f"\nMingjian is up after {seconds:.1f} s: {installation.origin}",
    )
    for login in _demo_logins(installation.data / "demo.json"):
        print(f"  {login['email']}  {login['password']}  {login['says']}")
    say("按 Ctrl-C 停止。", "Ctrl-C stops it.")


def _our_authority(installation: Installation) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=installation.certificates / "ca.crt")


def _demo_logins(path: Path) -> list[dict[str, str]]:
    return list(json.loads(path.read_text())["logins"]) if path.exists() else []
