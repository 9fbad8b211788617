"""The loop that runs jobs, one at a time."""

import logging
import os
import socket
from collections.abc import Callable, Collection
from threading import Event
from time import monotonic

from django.db import Error as DatabaseProblem
from django.db import connections, transaction

from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import leases
from mingjian.kit.jobs.attempt import Attempt
from mingjian.kit.jobs.heartbeat import Heartbeat
from mingjian.kit.jobs.models import Worker
from mingjian.kit.jobs.registry import LANES

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 0.2


class JobWorker:
    """Takes due jobs of its lanes and runs them; ``steps`` (outbox, schedules) in between."""

    def __init__(self, *steps: Callable[[], int], lanes: Collection[str] = LANES) -> None:
        self.steps = steps
        self.lanes = lanes
        self.worker_id = uuid7()
        self.attempt: Attempt | None = None
        self._stopping = Event()
        self._step_at = 0.0

    def stop(self) -> None:
        """Finish the job at hand, then end."""
        self._stopping.set()

    def run(self) -> None:
        """Work until :meth:`stop`; a database that is busy or away only delays it."""
        heartbeat = Heartbeat(self)
        heartbeat.lost.set()
        heartbeat.start()
        while not self._stopping.is_set():
            if not self._careful_turn(heartbeat):
                self._stopping.wait(PAUSE_SECONDS)
        heartbeat.end()
        self._leave()

    def drain(self) -> int:
        """Run everything that is due now and return how many jobs that were."""
        self._enlist()
        count = 0
        while self._turn():
            count += 1
        self._leave()
        return count

    def _careful_turn(self, heartbeat: Heartbeat) -> bool:
        try:
            if heartbeat.lost.is_set():
                self._enlist()
                heartbeat.lost.clear()
            return self._turn()
        except DatabaseProblem:
            # The outcome of a job may be unrecorded: under a new name, the worker lets
            # go of whatever the old name still holds.
            logger.exception("the database refused; trying again")
            connections.close_all()
            heartbeat.lost.set()
            return False

    def _turn(self) -> bool:
        job = leases.claim(self.worker_id, self.lanes)
        if job is not None:
            self.attempt = Attempt(job)
            self.attempt.run()
            self.attempt = None
        return self._step(is_idle=job is None) or job is not None

    def _step(self, *, is_idle: bool) -> bool:
        """Take the steps; in a long queue not after every job."""
        if not is_idle and monotonic() < self._step_at:
            return False
        self._step_at = monotonic() + PAUSE_SECONDS
        return sum(step() for step in self.steps) > 0

    @transaction.atomic
    def _enlist(self) -> None:
        """Start under a new name, letting go of what the old one may still hold."""
        self._leave()
        self.worker_id = uuid7()
        Worker.objects.create(id=self.worker_id, host=socket.gethostname(), pid=os.getpid())

    @transaction.atomic
    def _leave(self) -> None:
        leases.release([self.worker_id])
        Worker.objects.filter(pk=self.worker_id).delete()
