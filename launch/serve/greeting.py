"""Says that the product is up: when it answers for the first time, and how to get in."""

import http.client
import json
import os
import ssl
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from launch.places import BACKEND, PYTHON
from launch.serve.installation import Installation
from launch.serve.lan import Lan
from launch.serve.supervisor import Supervisor
from launch.words import Trouble, say

PATIENCE_RESTARTS = 3
PROBE_SECONDS = 0.25


@dataclass
class Greeting:
    """Called on every tick; speaks once, when the web process answers for the first time."""

    installation: Installation
    environment: Mapping[str, str]
    supervisor: Supervisor
    nearby: Lan | None
    start: float
    _next_probe: float = 0.0
    _said: bool = False

    def __call__(self) -> None:
        if self._said or time.monotonic() < self._next_probe:
            return
        self._next_probe = time.monotonic() + PROBE_SECONDS
        self._give_up_on_a_web_process_that_never_starts()
        answer = status_answer(self.installation)
        if answer is not None:
            self._said = True
            self._greet(answer)

    def _greet(self, answer: Mapping[str, Any]) -> None:
        origin, seconds = self.installation.origin, time.monotonic() - self.start
        say(
            f"\n明鉴已启动（{seconds:.1f} 秒）：{origin}",
            f"\nMingjian is up after {seconds:.1f} s: {origin}",
        )
        for login in answer.get("demo", ()):
            print(f"  {login['email']}  {login['password']}  {login['name']}（{login['role']}）")
        if answer.get("needs_setup") and (token := self._setup_token()):
            link = f"{origin}/setup#token={token}"
            say(f"首日向导（仅此一次有效）：{link}", f"First-day wizard, valid once: {link}")
        if self.nearby:
            self.nearby.invite()
        say("按 Ctrl-C 停止。", "Ctrl-C stops it.")

    def _setup_token(self) -> str:
        """Only who started the product may found the first body."""
        return subprocess.run(
            [PYTHON, "manage.py", "setup_token"],
            cwd=BACKEND,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()

    def _give_up_on_a_web_process_that_never_starts(self) -> None:
        web = self.supervisor.children[0]
        if web.restarts >= PATIENCE_RESTARTS:
            raise Trouble(
                f"网页服务无法启动，见 {web.log}", f"The web process cannot start: {web.log}"
            )


def status_answer(installation: Installation) -> dict[str, Any] | None:
    """What ``/api/status`` says; None while nobody answers."""
    place = installation.address, installation.port
    connection = (
        http.client.HTTPSConnection(*place, timeout=5, context=_our_authority(installation))
        if installation.lan
        else http.client.HTTPConnection(*place, timeout=5)
    )
    try:
        host = urlsplit(installation.origin).netloc
        connection.request("GET", "/api/status", headers={"Host": host})
        return dict(json.load(connection.getresponse()))
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()


def _our_authority(installation: Installation) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=installation.certificates / "ca.crt")
