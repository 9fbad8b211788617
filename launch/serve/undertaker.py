"""Ends the product's processes when the supervisor was killed and cannot.

Reads ``+GROUP`` and ``-GROUP`` lines (process groups that began and ended) from the
supervisor. The kernel closes that pipe however the supervisor dies; what is still
alive then is ended, politely first.
"""

import os
import signal
import subprocess
import sys
import time

from launch.places import REPOSITORY

GRACE_SECONDS = 3.0


class Undertaker:
    """The supervisor's end of the pipe."""

    def __init__(self) -> None:
        self._groups: set[int] = set()
        self._process = self._hire()

    def began(self, group: int) -> None:
        self._groups.add(group)
        self._tell(f"+{group}")

    def ended(self, group: int) -> None:
        self._groups.discard(group)
        self._tell(f"-{group}")

    def dismiss(self) -> None:
        """Let it see to whatever we left alive, and go."""
        self._process.communicate()

    def _tell(self, line: str) -> None:
        if self._process.poll() is not None:
            self._process.communicate()
            self._process = self._hire()
            line = "\n".join(f"+{group}" for group in self._groups)
        print(line, file=self._process.stdin, flush=True)

    @staticmethod
    def _hire() -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            start_new_session=True,
        )


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    groups: set[int] = set()
    for line in filter(str.strip, sys.stdin):
        change = groups.add if line.startswith("+") else groups.discard
        change(int(line[1:]))
    end(groups)


def end(groups: set[int]) -> None:
    """SIGTERM, a moment's grace, SIGKILL."""
    alive = {group for group in groups if _send(group, signal.SIGTERM)}
    until = time.monotonic() + GRACE_SECONDS
    while alive and time.monotonic() < until:
        time.sleep(0.05)
        alive = {group for group in alive if _send(group, 0)}
    for group in alive:
        _send(group, signal.SIGKILL)


def _send(group: int, number: int) -> bool:
    """Signal a process group; False if nothing of it is left."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    main()
