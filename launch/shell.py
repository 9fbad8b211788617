"""Runs a tool of set-up quietly: its output goes to a log, and is shown when it fails."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from launch.places import REPOSITORY, cache

TAIL_LINES = 15
_running: set["subprocess.Popen[bytes]"] = set()


class CommandFailed(Exception):
    """A tool ended with an error; ``tail`` is the end of what it said."""

    def __init__(self, command: Sequence[str], tail: str, log: Path) -> None:
        self.tail = tail
        self.log = log
        super().__init__(f"{' '.join(command)}\n{tail}\n({log})")


def perform(
    *command: str | Path,
    log: str,
    cwd: Path = REPOSITORY,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run ``command`` to its end; ``environment`` is added to our own."""
    words = [str(word) for word in command]
    path = cache() / "logs" / f"{log}.log"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as output:
        try:
            tool = subprocess.Popen(
                words,
                cwd=cwd,
                env=os.environ | dict(environment or {}),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise CommandFailed(words, str(error), path) from error
        _running.add(tool)
        failed = tool.wait()
        _running.discard(tool)
    if failed:
        raise CommandFailed(words, last_lines(path), path)


def end_all() -> None:
    """End the tools that still run: whoever asked for them is leaving."""
    for tool in list(_running):
        tool.terminate()


def answer(*command: str | Path) -> str:
    """What ``command`` prints, or nothing when it is missing or fails."""
    try:
        return subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, check=True, timeout=30
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def last_lines(path: Path, count: int = TAIL_LINES) -> str:
    lines = path.read_text(errors="replace").splitlines()
    return "\n".join(f"    {line}" for line in lines[-count:])
