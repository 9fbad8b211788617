"""A whole installation of its own: fresh databases, a web server and job workers, all real."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from signal import SIGTERM
from typing import Any

import httpx
from django.conf import settings

from tests.serving import eventually, free_socket

BACKEND = Path(__file__).resolve().parent.parent
ON_SQLITE = {"MINGJIAN_DATABASE_URL": "", "MINGJIAN_MIGRATION_DATABASE_URL": ""}
CSRF = "c" * 32
SEEDED = """
from mingjian.identity.tests.factories import found, signed_in
print(signed_in(found()).session.session_key)
"""


@dataclass(frozen=True)
class Installation:
    """Where it lives and listens, and the cookie of its first administrator."""

    data: Path
    port: int
    session_key: str

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def browser(self, **options: Any) -> httpx.Client:
        """The administrator's: cookies, origin and CSRF token as a page would send them."""
        return httpx.Client(
            base_url=self.origin,
            cookies={
                settings.SESSION_COOKIE_NAME: self.session_key,
                settings.CSRF_COOKIE_NAME: CSRF,
            },
            headers={"Origin": self.origin, "X-CSRFToken": CSRF},
            timeout=60,
            trust_env=False,
            **options,
        )

    def log(self) -> str:
        """Everything its processes have said."""
        return "".join(path.read_text() for path in sorted(self.data.glob("*.log")))


@contextmanager
def installed(data: Path, *, workers: int = 1) -> Iterator[Installation]:
    """An installation on SQLite with one certification body, until the block ends."""
    made, python = prepared(data, ON_SQLITE)
    with ExitStack() as processes:
        processes.enter_context(serving(made, python))
        for number in range(workers):
            processes.enter_context(working(made, python, number))
        yield made


def prepared(data: Path, databases: Mapping[str, str]) -> tuple[Installation, list[str]]:
    """Fresh databases with one certification body, and how to call Python on them."""
    with free_socket() as free:
        port = free.getsockname()[1]
    settled = ["env", f"MINGJIAN_DATA={data}", f"MINGJIAN_ORIGIN=http://localhost:{port}"]
    settled += ["MINGJIAN_MODE=test", "MINGJIAN_EMAIL_URL="]
    settled += [f"{name}={url}" for name, url in databases.items()]
    python = [*settled, sys.executable]
    finish([*python, "-m", "config.migrate"])
    key = finish([*python, "manage.py", "shell", "-v0", "-c", SEEDED]).strip()
    return Installation(data, port, key), python


@contextmanager
def serving(made: Installation, python: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Its web server, answering already."""
    server = [*python, "-m", "config.server", "--port", str(made.port)]
    with _running(server, made.data / "server.log") as process:
        eventually(lambda: _answers(made), within_seconds=60)
        yield process


@contextmanager
def working(
    made: Installation, python: list[str], number: int = 0
) -> Iterator["subprocess.Popen[bytes]"]:
    """One of its job workers."""
    worker = [*python, "-m", "workers.job_worker"]
    with _running(worker, made.data / f"worker{number}.log") as process:
        yield process


def finish(command: list[str]) -> str:
    """What a command of the installation says, once it has succeeded."""
    done = subprocess.run(command, cwd=BACKEND, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


@contextmanager
def _running(command: list[str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with log.open("ab") as output:
        process = subprocess.Popen(command, cwd=BACKEND, stdout=output, stderr=output)
    try:
        yield process
    finally:
        process.send_signal(SIGTERM)
        process.wait(30)


def _answers(site: Installation) -> bool:
    with site.browser() as browser:
        try:
            return browser.get("/api/jobs").status_code == 200
        except httpx.TransportError:
            return False
