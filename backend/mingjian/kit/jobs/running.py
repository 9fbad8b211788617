"""What a job may ask of the worker that runs it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Protocol

from mingjian.kit.access import Viewer


class LeaseLost(RuntimeError):
    """Another worker has taken this job over; whatever this attempt wrote is rolled back."""


class Cancelled(RuntimeError):
    """Somebody cancelled the job while it ran."""


class Running(Protocol):
    """One attempt at a job (implemented by ``attempt.Attempt``)."""

    @property
    def viewer(self) -> Viewer: ...

    def completing(self) -> AbstractContextManager[None]: ...

    def progress(self, done: int, total: int, zh: str, en: str) -> None: ...


_running: ContextVar[Running] = ContextVar("running job")


@contextmanager
def running(attempt: Running) -> Iterator[None]:
    """Let the functions below speak of ``attempt``."""
    token = _running.set(attempt)
    try:
        yield
    finally:
        _running.reset(token)


def viewer() -> Viewer:
    """The system viewer of the job's tenant, with the job as its cause."""
    return _running.get().viewer


def completing() -> AbstractContextManager[None]:
    """The last block of a job: its effects and its completion are one transaction.

    Slow work comes before it. If the worker dies anywhere, either both happened and the
    job never runs again, or neither did and it does. A worker whose lease was lost gets
    :class:`LeaseLost` here and writes nothing.
    """
    return _running.get().completing()


def progress(done: int, total: int, *, zh: str = "", en: str = "") -> None:
    """Say how far the job is; raises :class:`Cancelled` if somebody has cancelled it.

    Cheap: the heartbeat writes the latest word about once a second.
    """
    _running.get().progress(done, total, zh, en)
