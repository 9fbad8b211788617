"""Real worker processes on the test databases."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGCONT, SIGKILL, SIGSTOP, SIGTERM
from time import sleep

from django.conf import settings
from django.db import connections

from tests import serving

LEASE_SECONDS = 5.0


class WorkerProcess:
    """One running worker."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """As a power failure would: nothing is tidied up."""
        self._process.send_signal(SIGKILL)
        self._process.wait()

    def ask_to_stop(self) -> None:
        self._process.send_signal(SIGTERM)

    def exit_code(self, *, within_seconds: float = 20) -> int:
        return self._process.wait(within_seconds)

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """Frozen for the length of the block, as a suspended virtual machine is."""
        self._process.send_signal(SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(SIGCONT)


@contextmanager
def worker(*, busy_timeout_seconds: float = 20, **environment: str) -> Iterator[WorkerProcess]:
    """A worker until the block ends; ``environment`` adds ``MINGJIAN_…`` variables."""
    variables = {"MINGJIAN_JOB_LEASE_SECONDS": str(LEASE_SECONDS), **environment}
    names = [str(connections[alias].settings_dict["NAME"]) for alias in ("default", "keys")]
    settled = ["env", *(f"{name}={value}" for name, value in variables.items())]
    module = [sys.executable, "-m", "workers.tests.sample_worker"]
    command = [*settled, *module, str(busy_timeout_seconds), *names]
    process = subprocess.Popen(command, cwd=settings.BACKEND)
    try:
        yield WorkerProcess(process)
    finally:
        process.kill()
        process.wait()


def eventually(is_so: Callable[[], bool]) -> None:
    """Wait until ``is_so()``: starting a process takes seconds on a busy machine."""
    serving.eventually(is_so, within_seconds=45)


def outlast_the_lease() -> None:
    sleep(LEASE_SECONDS + 0.5)
