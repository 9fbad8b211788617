"""Watches over the product's processes: restarts what crashes, ends all together."""

import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from uuid import uuid4

from launch.serve import status
from launch.serve.processes import Child, Program
from launch.serve.undertaker import Undertaker
from launch.shell import last_lines
from launch.words import say

TICK_SECONDS = 0.1


class Supervisor:
    """``run`` returns when SIGINT or SIGTERM asked for it and every process has ended."""

    def __init__(self, programs: Sequence[Program], data: Path) -> None:
        self._run_folder = data / "run"
        logs = data / "logs"
        logs.mkdir(exist_ok=True)
        self.children = [Child(program, logs) for program in programs]
        self._stop = threading.Event()
        self._undertaker = Undertaker()

    def run(self, on_tick: Callable[[], None]) -> None:
        """Start everything and keep it running; ``on_tick`` is called several times a second."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        try:
            for child in self.children:
                self._start(child)
            while not self._stop.wait(TICK_SECONDS):
                self._tend()
                on_tick()
        finally:
            self._end_all()

    def _tend(self) -> None:
        for child in self.children:
            code = child.exit_code()
            if code is not None:
                self._crashed(child, code)
            elif not child.group and time.monotonic() >= child.due:
                self._start(child)

    def _start(self, child: Child) -> None:
        child.start()
        self._undertaker.began(child.group)
        self._tell_states()

    def _crashed(self, child: Child, code: int) -> None:
        self._undertaker.ended(child.group)
        delay = child.bury()
        name, tail = child.program.name, last_lines(child.log)
        say(
            f"✗ {name} 意外停止（退出码 {code}），{delay:.1f} 秒后重新启动。"
            f"日志：{child.log}\n{tail}",
            f"✗ {name} stopped unexpectedly (exit {code}); starting it again in {delay:.1f} s. "
            f"Log: {child.log}\n{tail}",
        )
        self._note_incident(name, code, child.restarts)
        self._tell_states()

    def _end_all(self) -> None:
        """SIGTERM to all at once, SIGKILL to each whose grace is over."""
        say("正在停止……", "Stopping …")
        start = time.monotonic()
        for child in self.children:
            child.signal(signal.SIGTERM)
        for child in self.children:
            child.finish(start + child.program.grace_seconds)
        self._undertaker.dismiss()
        (self._run_folder / "processes.json").unlink(missing_ok=True)

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        """The second request does not wait for anybody's grace."""
        if self._stop.is_set():
            for child in self.children:
                child.signal(signal.SIGKILL)
        self._stop.set()

    def _tell_states(self) -> None:
        states = {
            child.program.name: {
                "pid": child.group,
                "state": "running" if child.group else "restarting",
                "restarts": child.restarts,
            }
            for child in self.children
        }
        with suppress(OSError):  # a full disk must not end what still runs
            status.write(self._run_folder, states)

    def _note_incident(self, name: str, code: int, restarts: int) -> None:
        """A file in ``run/incidents``, which a periodic job enters in the journals."""
        incident = {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "process": name,
            "exit_code": code,
            "restarts": restarts,
        }
        with suppress(OSError):
            status.write_whole(self._run_folder / "incidents" / f"{uuid4()}.json", incident)
