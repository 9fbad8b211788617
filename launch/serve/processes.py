"""One supervised process: started in a group of its own, ended with all it started."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOG_LIMIT = 10 * 1024 * 1024
FIRST_DELAY, LONGEST_DELAY = 0.5, 30.0
STEADY_SECONDS = 60.0
"""A process that ran this long has recovered: the next crash is its first again."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """What to run and how long it may take to stop."""

    name: str
    command: tuple[str, ...]
    cwd: Path
    environment: Mapping[str, str]
    grace_seconds: float = 5.0


class Child:
    """A running (or just crashed) program."""

    def __init__(self, program: Program, logs: Path) -> None:
        self.program = program
        self.log = logs / f"{program.name}.log"
        self.restarts = 0
        self.due = 0.0
        """When to start it again, on the monotonic clock."""
        self._failures = 0
        self._started = 0.0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def group(self) -> int:
        """Process id of the program, and of the group that it leads."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        self._keep_log_small()
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self.program.command,
                cwd=self.program.cwd,
                env={**os.environ, **self.program.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started = time.monotonic()

    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.poll() if self._process else None

    def bury(self) -> float:
        """Note a crash; returns the seconds to wait before the next start."""
        self.signal(signal.SIGKILL)  # whatever it started must not outlive it
        self._process = None
        steady = time.monotonic() - self._started >= STEADY_SECONDS
        self._failures = 1 if steady else self._failures + 1
        self.restarts += 1
        delay = min(FIRST_DELAY * 2.0 ** (self._failures - 1), LONGEST_DELAY)
        self.due = time.monotonic() + delay
        return delay

    def finish(self, until: float) -> None:
        """Wait for the program until that moment, then leave nothing of its group."""
        try:
            if self._process:
                self._process.wait(max(until - time.monotonic(), 0.0))
        except subprocess.TimeoutExpired:
            pass
        self.signal(signal.SIGKILL)
        if self._process:
            self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        try:
            if self._process:
                os.killpg(self._process.pid, number)
        except ProcessLookupError:
            pass

    def _keep_log_small(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
