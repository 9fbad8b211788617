"""The parent's side: start a child, hand it ranges of the content, take its answer, end it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Timer
from typing import IO, Any, Protocol

from engines.sandbox import wire

CHILD = Path(__file__).with_name("child.py")
WALL_SECONDS = 10.0


class Source(Protocol):
    """The content: read anywhere, in clear, by whoever holds the keys."""

    @property
    def size(self) -> int: ...

    def read_at(self, offset: int, length: int) -> bytes: ...


class Fault(Exception):
    """No answer: ``timeout``, ``memory``, ``crashed``, ``failed`` or ``unconfined``."""

    def __init__(self, code: str, why: str = "") -> None:
        self.code, self.why = code, why
        super().__init__(f"{code} {why}".strip())


@dataclass(frozen=True, slots=True)
class Confined:
    """What a child found: an answer, and artefacts in the order in which it named them."""

    answer: dict[str, Any]
    blobs: list[bytes] = field(default_factory=list)


def run(
    task: str,
    source: Source,
    given: Mapping[str, Any],
    *,
    must_confine: bool = True,
    seconds: float = WALL_SECONDS,
) -> Confined:
    """Have a child do ``task`` with ``source``; raises :class:`Fault` if nothing came of it.

    The child is started afresh each time, sees no environment, no file and no network, and is
    killed after ``seconds``. Nothing of the content is written anywhere.
    """
    request = {
        "task": task,
        "size": source.size,
        "given": dict(given),
        "must_confine": must_confine,
    }
    with subprocess.Popen(  # noqa: S603  (our own interpreter, our own file)
        [sys.executable, "-I", "-B", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    ) as child:
        clock = Timer(seconds, child.kill)
        clock.start()
        try:
            return _converse(child, source, request)
        except (EOFError, BrokenPipeError, ValueError):
            timed_out = not clock.is_alive()
            raise Fault("timeout" if timed_out else "crashed") from None
        finally:
            clock.cancel()
            child.kill()


@cache
def can_confine() -> bool:
    """Whether this machine lets a child give up what it must; found out by doing it once."""
    try:
        run("examine", _Nothing(), {"name": "", "limits": {}})
    except Fault:
        return False
    return True


class _Nothing:
    size = 0

    def read_at(self, offset: int, length: int) -> bytes:
        return b""


def _converse(
    child: "subprocess.Popen[bytes]", source: Source, request: Mapping[str, Any]
) -> Confined:
    tells, hears = child.stdin, child.stdout
    if tells is None or hears is None:
        raise Fault("crashed")
    wire.write_json(tells, request)
    blobs: list[bytes] = []
    while True:
        kind, first, second = wire.read_frame(hears)
        if kind == wire.READ:
            _hand_over(tells, source, first, second)
        elif kind == wire.BLOB:
            blobs.append(_taken(hears, first, wire.MOST_BLOB))
            if sum(map(len, blobs)) > wire.MOST_BLOBS:
                raise Fault("failed", "too many artefacts")
        else:
            return _answered(json.loads(_taken(hears, first, wire.MOST_ANSWER)), blobs)


def _hand_over(tells: IO[bytes], source: Source, offset: int, length: int) -> None:
    if length > wire.MOST_READ:
        raise Fault("failed", "asked for too much")
    tells.write(source.read_at(offset, length))
    tells.flush()


def _taken(hears: IO[bytes], length: int, most: int) -> bytes:
    if length > most:
        raise Fault("failed", "answered too much")
    return wire.read_exactly(hears, length)


def _answered(said: Mapping[str, Any], blobs: list[bytes]) -> Confined:
    if "fault" in said:
        raise Fault(str(said["fault"]), str(said.get("why", "")))
    return Confined(dict(said["answer"]), blobs)
