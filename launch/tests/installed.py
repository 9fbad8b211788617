"""A real ``./run`` as its user sees it: started, read, interrupted, killed."""

import json
import os
import re
import signal
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from launch.places import REPOSITORY

Found = TypeVar("Found")
START_SECONDS = 240
"""Generous: whoever runs one test by hand may need the web build first."""


class Installed:
    """``./run`` with its own data directory and whatever port is free."""

    def __init__(self, data: Path, *options: str, demo: bool = False, **environment: str) -> None:
        self.data = data
        self.lines: list[str] = []
        content = [] if demo else ["--no-demo"]
        self.process = subprocess.Popen(
            ["./run", "--data", data, "--port", "0", *content, *options],
            cwd=REPOSITORY,
            env=os.environ | {"LANG": "C.UTF-8", "LC_ALL": ""} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    @property
    def output(self) -> str:
        return "".join(self.lines)

    @property
    def origin(self) -> str:
        """The address that was printed once the product answered."""
        return self._origin() or ""

    def wait_until_up(self) -> None:
        eventually(lambda: self._origin() or self.process.poll() is not None, START_SECONDS)
        assert self.process.poll() is None, self.output

    def processes(self) -> dict[str, dict[str, Any]]:
        return dict(json.loads((self.data / "run" / "processes.json").read_text()))

    def living(self) -> dict[int, str]:
        """Every process on this machine that belongs to the installation, however it began."""
        return {
            int(entry.name): (entry / "cmdline").read_text().replace("\0", " ")
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and self._belongs(entry)
        }

    def get(self, path: str) -> tuple[int, bytes]:
        with urllib.request.urlopen(self.origin + path, timeout=10) as answer:
            return answer.status, answer.read()

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)

    def end(self) -> None:
        """Stop it if it still runs, and wait for the last line."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
        self._reader.join()

    def _origin(self) -> str | None:
        found = re.search(r"Mingjian is up after .*: (\S+)", self.output)
        return found[1] if found else None

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line)

    def _belongs(self, entry: Path) -> bool:
        try:
            ours = f"{self.data}".encode()
            inherited = (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes()
        except OSError:
            return False
        return ours in inherited and int(entry.name) != self.process.pid


@contextmanager
def installed(
    data: Path, *options: str, demo: bool = False, **environment: str
) -> Iterator[Installed]:
    """An installation that is up; nothing of it is left afterwards."""
    product = Installed(data, *options, demo=demo, **environment)
    try:
        product.wait_until_up()
        yield product
    finally:
        product.end()


def eventually(look: Callable[[], Found], seconds: float = 20) -> Found:
    """What ``look`` finds once it finds something; fails when it never does."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.05)
    assert found, f"nothing after {seconds} s"
    return found


def say_no(*words: str, **environment: str) -> str:
    """What a command that refuses says."""
    ended = subprocess.run(
        ["./run", *words],
        cwd=REPOSITORY,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr
