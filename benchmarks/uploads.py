"""Uploads over HTTP beside tusd: ours hashes and seals what arrives, tusd stores it in clear.

CPU time of the server's process, user and system, for one PATCH of a gibibyte; the sides take
turns, five rounds, and the medians are compared. Memory is the peak above what the server held
before, at three sizes and with many files at once.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import sample
from statistics import median
from time import monotonic

import httpx

from figures import figure, peer_missing
from launch.setup import go
from launch.shell import CommandFailed
from launch.words import Trouble

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from mingjian.evidence.tests.sending import PART, RESUMABLE, begun
from tests.installation import ON_SQLITE, prepared, serving
from tests.serving import eventually, free_socket
from tests.uploads_killed import audited

MEBIBYTE = 1 << 20
SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1024
ROUNDS, AT_ONCE = 5, 16
MODULE, VERSION = "github.com/tus/tusd/v2/cmd/tusd", "v2.9.1"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Side:
    """A tus server that runs, and how an upload of so many bytes is begun there."""

    process: int
    browser: httpx.Client
    begin: Callable[[int], str]

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def forget_peak(self) -> None:
        Path(f"/proc/{self.process}/clear_refs").write_text("5")

    def resident(self, name: str) -> int:
        """``VmRSS`` now or ``VmHWM`` at most, in bytes."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return int(status.partition(f"{name}:")[2].split()[0]) * 1024

    def send(self, source: Path, size: int) -> None:
        """All of it in one PATCH, as the stock client does."""
        place = self.begin(size)
        headers = PART | {"Upload-Offset": "0", "Content-Length": str(size)}
        answer = self.browser.patch(place, headers=headers, content=_blocks(source, size))
        assert answer.headers["upload-offset"] == str(size), answer.text


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        source = Path(folder) / "source"
        with source.open("wb") as file:
            for _ in range(SIZE):
                file.write(os.urandom(MEBIBYTE))
        sides = {"upload": servers.enter_context(ours(Path(folder) / "ours"))}
        if program := tusd():
            sides["upload_tusd"] = servers.enter_context(theirs(program, Path(folder) / "theirs"))
        else:
            peer_missing("tusd")
        measure_memory(sides, source)
        measure_cpu(sides, source)


def measure_cpu(sides: dict[str, Side], source: Path) -> None:
    cpu: dict[str, list[float]] = {name: [] for name in sides}
    wall: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name in sample(list(sides), len(sides)):
            side = sides[name]
            used, start = side.cpu_seconds(), monotonic()
            side.send(source, SIZE * MEBIBYTE)
            cpu[name].append((side.cpu_seconds() - used) * 1024 / SIZE)
            wall[name].append((monotonic() - start) * 1024 / SIZE)
    for name in sides:
        figure(f"{name}_cpu", median(cpu[name]), "s/GiB")
        figure(f"{name}_wall", median(wall[name]), "s/GiB")
    if "upload_tusd" in sides:
        ratio = median(cpu["upload"]) / median(cpu["upload_tusd"])
        figure("upload_cpu_to_tusd", ratio, "ratio", "<=", 0.75)


def measure_memory(sides: dict[str, Side], source: Path) -> None:
    for name, side in sides.items():
        side.send(source, MEBIBYTE)  # whatever is loaded only once
        for size in sorted({1, min(100, SIZE), SIZE}):
            grown = growth(side, partial(side.send, source, size * MEBIBYTE))
            _said(name, f"{name}_rss_{size}_mib", grown)
        _said(name, f"{name}_rss_{AT_ONCE}_at_once", growth(side, partial(send_many, side, source)))


def send_many(side: Side, source: Path) -> None:
    sizes = [SIZE * MEBIBYTE // AT_ONCE] * AT_ONCE
    with ThreadPoolExecutor(AT_ONCE) as senders:
        list(senders.map(partial(side.send, source), sizes))


def growth(side: Side, act: Callable[[], None]) -> float:
    """MiB that the server's process held more than before, at most."""
    side.forget_peak()
    before = side.resident("VmRSS")
    act()
    return (side.resident("VmHWM") - before) / MEBIBYTE


def _said(name: str, what: str, grown: float) -> None:
    target = ("<=", 32.0) if name == "upload" else ("", None)
    figure(what, grown, "MiB", *target)


@contextmanager
def ours(data: Path) -> Iterator[Side]:
    """An installation of its own, and the coordinator of a client with an audit."""
    data.mkdir()
    made, python = prepared(data, ON_SQLITE)
    coordinator, case = audited(made, python)
    with serving(made, python) as process, coordinator.browser() as browser:
        yield Side(process.pid, browser, lambda size: begun(browser, case, size))


@contextmanager
def theirs(program: Path, data: Path) -> Iterator[Side]:
    """tusd as it comes, storing files on disk."""
    data.mkdir()
    with free_socket() as free:
        port = free.getsockname()[1]
    command = [program, "-host", "127.0.0.1", "-port", str(port), "-upload-dir", data]
    quiet = ["-show-greeting=false", "-show-startup-logs=false", "-verbose=false"]
    process = subprocess.Popen([*command, *quiet], stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=base, timeout=60, trust_env=False) as browser:

        def begin(size: int) -> str:
            headers = RESUMABLE | {"Upload-Length": str(size)}
            return browser.post("/files/", headers=headers).raise_for_status().headers["location"]

        try:
            eventually(lambda: answers(browser))
            yield Side(process.pid, browser, begin)
        finally:
            process.terminate()
            process.wait()


def answers(browser: httpx.Client) -> bool:
    try:
        return browser.options("/files/").is_success
    except httpx.TransportError:
        return False


def tusd() -> Path | None:
    """Built from its public source, where that can be had."""
    try:
        return go.built(MODULE, "tusd", VERSION)
    except (CommandFailed, Trouble):
        return None


def _blocks(source: Path, size: int) -> Iterator[bytes]:
    with source.open("rb") as file:
        while size and (block := file.read(min(MEBIBYTE, size))):
            size -= len(block)
            yield block


if __name__ == "__main__":
    main()
