"""Servers of others that tests run against: found on PATH, or built once from their source."""

import fcntl
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest


def built_with_go(module: str, version: str) -> str:
    """The program of a Go module; without Go the test is skipped, on CI it fails."""
    name = module.rsplit("/", 1)[-1]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")  # noqa: TID251
    place = cache / "mingjian" / "bin"
    place.mkdir(parents=True, exist_ok=True)
    kept = f"{name}-{version}"
    with (place / f"{kept}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # test processes build it once
        found = shutil.which(name) or shutil.which(kept, path=place)
        return found or _built(f"{module}@{version}", name, place / kept)


def _built(module: str, name: str, program: Path) -> str:
    if not shutil.which("go"):
        reason = f"put {name} on PATH, or install Go to build it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)  # noqa: TID251
    unfinished = program.with_name(f"building-{name}")
    environment = {**os.environ, "GOBIN": str(unfinished)}  # noqa: TID251
    subprocess.run(["go", "install", module], env=environment, check=True, cwd=program.parent)
    (unfinished / name).replace(program)
    return str(program)


@contextmanager
def serving(
    command: Sequence[str | Path], port: int, environment: Mapping[str, str] | None = None
) -> Iterator[None]:
    """``command`` runs and listens on ``port`` while the block does."""
    server = subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},  # noqa: TID251
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield
    finally:
        server.terminate()
        server.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, "the server ended at once"
        time.sleep(0.05)
    pytest.fail("the server did not start")
