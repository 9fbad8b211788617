"""Servers of others that tests run against: found on PATH, or built once from their source."""

import fcntl
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from launch.setup import go
from launch.shell import CommandFailed
from launch.words import Trouble

from tests.serving import eventually, free_socket


def built_with_go(module: str, version: str) -> str:
    """The program of a Go module; where it cannot be built the test is skipped, on CI it fails."""
    name = module.rsplit("/", 1)[-1]
    place = go.program(name, version).parent
    place.mkdir(parents=True, exist_ok=True)
    with (place / f"{name}-{version}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # test processes build it once
        try:
            return shutil.which(name) or str(go.built(module, name, version))
        except (CommandFailed, Trouble) as failure:
            reason = f"put {name} on PATH, or make it possible to build it: {failure}"
    outcome = pytest.fail if os.environ.get("CI") else pytest.skip  # noqa: TID251
    outcome(reason)


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
    with free_socket() as bound:
        return int(bound.getsockname()[1])


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    def answers() -> bool:
        assert server.poll() is None, "the server ended at once"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    eventually(answers)
