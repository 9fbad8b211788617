"""One attempt of one worker at one job."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from threading import Event

from django.db import transaction
from pydantic import validate_call

from mingjian.kit.access import Viewer
from mingjian.kit.jobs import leases, registry
from mingjian.kit.jobs.models import Job
from mingjian.kit.jobs.running import Cancelled, LeaseLost, running
from mingjian.kit.tenancy import tenant_scope

logger = logging.getLogger(__name__)


class Attempt:
    """Implements ``running.Running``; the heartbeat thread reads its progress."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.is_complete = False
        self.cancelled = Event()
        self.has_moved = Event()
        """There is progress that the heartbeat has not written yet."""

    def run(self) -> None:
        """Run the job to an outcome and record it; raises only if recording fails."""
        try:
            self._run()
        except LeaseLost:
            logger.warning("job %s was taken over while it ran; nothing kept", self.job.pk)
        except Exception as error:
            logger.exception("job %s %s failed", self.job.code, self.job.pk)
            self._fail(error)

    def _run(self) -> None:
        with running(self), self._scope():
            function = _callable(self.job.code)
            function(**self.job.args_kwargs["kwargs"])
            if not self.is_complete:
                leases.complete(self.job)

    def _fail(self, error: Exception) -> None:
        try:
            leases.fail(self.job, error)
        except LeaseLost:
            logger.warning("job %s has an outcome already", self.job.pk)

    def _scope(self) -> AbstractContextManager[None]:
        return nullcontext() if self.job.owner_id is None else tenant_scope([self.job.owner_id])

    @property
    def viewer(self) -> Viewer:
        if self.job.owner_id is None:
            raise RuntimeError(f"{self.job.code} works for no tenant, so it has no viewer")
        return Viewer.system("job_worker", self.job.owner_id, cause=f"job:{self.job.pk}")

    @contextmanager
    def completing(self) -> Iterator[None]:
        with transaction.atomic():
            yield
            leases.complete(self.job)
        self.is_complete = True

    def progress(self, done: int, total: int, zh: str, en: str) -> None:
        self.job.done, self.job.total, self.job.zh, self.job.en = done, total, zh, en
        self.has_moved.set()
        if self.cancelled.is_set():
            raise Cancelled


@cache
def _callable(code: str) -> Callable[..., None]:
    """The function, which turns JSON back into the types of its annotations."""
    return validate_call(registry.named(code).func)
