"""Supervised processes: back-off after crashes, whole groups ended, no grace without end."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from launch.serve.processes import FIRST_DELAY, LONGEST_DELAY, Child, Program
from launch.serve.undertaker import Undertaker
from launch.tests.installed import eventually

pytestmark = pytest.mark.process

STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
"""
PARENT = """
import subprocess, time
subprocess.Popen(["sleep", "600"])
print("up", flush=True)
time.sleep(600)
"""


def child(folder: Path, code: str, grace_seconds: float = 0.3) -> Child:
    command = (sys.executable, "-c", code)
    program = Program(
        name="example", command=command, cwd=folder, environment={}, grace_seconds=grace_seconds
    )
    return Child(program, folder)


def group_members(group: int) -> list[str]:
    listed = subprocess.run(
        ["pgrep", "-g", str(group)], capture_output=True, text=True, check=False
    )
    return listed.stdout.split()


def test_repeated_crashes_wait_longer_and_longer(tmp_path: Path) -> None:
    crashing = child(tmp_path, "raise SystemExit(3)")
    delays = []
    for _ in range(8):
        crashing.start()
        assert eventually(crashing.exit_code) == 3
        delays.append(crashing.bury())
    assert delays[:4] == [FIRST_DELAY, 1.0, 2.0, 4.0]
    assert delays[-1] == LONGEST_DELAY


def test_what_a_crashed_process_had_started_ends_with_it(tmp_path: Path) -> None:
    parent = child(tmp_path, PARENT)
    parent.start()
    eventually(lambda: "up" in parent.log.read_text())
    group = parent.group
    parent.signal(signal.SIGTERM)
    parent.finish(time.monotonic() + 5)
    eventually(lambda: not group_members(group))


def test_a_process_that_ignores_sigterm_is_killed_when_its_grace_is_over(tmp_path: Path) -> None:
    stubborn = child(tmp_path, STUBBORN)
    stubborn.start()
    eventually(lambda: "deaf" in stubborn.log.read_text())
    start = time.monotonic()
    stubborn.signal(signal.SIGTERM)
    stubborn.finish(start + 0.3)
    assert stubborn.exit_code() == -signal.SIGKILL
    assert time.monotonic() - start < 5


def test_a_log_that_has_grown_large_is_put_aside(tmp_path: Path) -> None:
    quiet = child(tmp_path, "pass")
    with quiet.log.open("wb") as log:
        log.truncate(11 * 1024 * 1024)
    quiet.start()
    quiet.finish(time.monotonic() + 5)
    assert quiet.log.stat().st_size == 0
    assert quiet.log.with_suffix(".log.1").exists()


@pytest.fixture
def sleeper() -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(["sleep", "600"], start_new_session=True) as process:
        yield process
        process.kill()


def test_the_undertaker_ends_what_is_left_when_the_pipe_closes(
    sleeper: "subprocess.Popen[bytes]",
) -> None:
    undertaker = Undertaker()
    undertaker.began(sleeper.pid)
    undertaker.dismiss()
    assert sleeper.wait(5) == -signal.SIGTERM


def test_the_undertaker_leaves_alone_what_has_ended_before(
    sleeper: "subprocess.Popen[bytes]",
) -> None:
    undertaker = Undertaker()
    undertaker.began(sleeper.pid)
    undertaker.ended(sleeper.pid)
    undertaker.dismiss()
    assert sleeper.poll() is None


def test_a_killed_undertaker_is_replaced_and_knows_everything(
    sleeper: "subprocess.Popen[bytes]",
) -> None:
    undertaker = Undertaker()
    undertaker.began(sleeper.pid)
    undertaker._process.kill()
    undertaker._process.wait()
    undertaker.ended(0)
    undertaker.dismiss()
    assert sleeper.wait(5) == -signal.SIGTERM
