"""A real S3 server for tests: versitygw over a directory, found, or built from its source."""

import fcntl
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

VERSION = "v1.8.0"
MODULE = f"github.com/versity/versitygw/cmd/versitygw@{VERSION}"
ACCESS, SECRET, BUCKET = "mingjian-test", "mingjian-test-secret", "mingjian"


@contextmanager
def running(directory: Path) -> Iterator[str]:
    """The storage URL of a server that keeps its buckets in ``directory``."""
    (directory / "buckets" / BUCKET).mkdir(parents=True)
    (directory / "sidecar").mkdir()
    port = _free_port()
    server = subprocess.Popen(
        [
            *(_program(), "--quiet", "--port", f"127.0.0.1:{port}"),
            *("--access", ACCESS, "--secret", SECRET),
            *("posix", "--sidecar", directory / "sidecar", directory / "buckets"),
        ],
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield f"s3://{ACCESS}:{SECRET}@{BUCKET}/blobs?endpoint=http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _program() -> str:
    """On PATH, in the cache, or built into it; without Go the test is skipped, on CI it fails."""
    name = f"versitygw-{VERSION}"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")  # noqa: TID251
    place = cache / "mingjian" / "bin"
    place.mkdir(parents=True, exist_ok=True)
    with (place / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # test processes build it once
        found = shutil.which("versitygw") or shutil.which(name, path=place)
        return found or _built(place / name)


def _built(program: Path) -> str:
    if not shutil.which("go"):
        reason = "no S3 server: put versitygw on PATH, or install Go to build it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)  # noqa: TID251
    unfinished = program.with_name("building")
    environment = {**os.environ, "GOBIN": str(unfinished)}  # noqa: TID251
    subprocess.run(["go", "install", MODULE], env=environment, check=True, cwd=program.parent)
    (unfinished / "versitygw").replace(program)
    return str(program)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, "versitygw ended at once"
        time.sleep(0.05)
    pytest.fail("versitygw did not start")
