"""The thread that keeps a worker's lease, on a database connection of its own."""

import logging
from threading import Event, Thread
from time import monotonic
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.db import Error as DatabaseProblem
from django.db import connections

from mingjian.kit import clock
from mingjian.kit.jobs import leases
from mingjian.kit.jobs.attempt import Attempt
from mingjian.kit.jobs.models import Job, Worker

logger = logging.getLogger(__name__)
BEATS_PER_LEASE = 6
TICK_SECONDS = 1.0


class Beating(Protocol):
    """What the thread needs to know of its worker."""

    worker_id: UUID
    attempt: Attempt | None


class Heartbeat(Thread):
    """Says that the worker lives, writes progress, hears of cancellation, reaps the dead."""

    def __init__(self, worker: Beating) -> None:
        super().__init__(name="heartbeat", daemon=True)
        self.worker = worker
        self.lost = Event()
        """This worker was taken for dead; it must enlist anew before it claims anything."""
        self._ended = Event()
        self._seconds = settings.JOB_LEASE_SECONDS / BEATS_PER_LEASE

    def run(self) -> None:
        beaten_at = monotonic()
        while not self._ended.wait(min(TICK_SECONDS, self._seconds)):
            try:
                self._speak()
                if monotonic() - beaten_at >= self._seconds:
                    self._beat()
                    beaten_at = monotonic()
            except DatabaseProblem:
                logger.warning("heartbeat missed", exc_info=True)
                connections.close_all()
        connections.close_all()

    def end(self) -> None:
        self._ended.set()
        self.join()

    def _beat(self) -> None:
        mine = Worker.objects.filter(pk=self.worker.worker_id)
        if not mine.update(beat_at=clock.now()):
            self.lost.set()
        if released := leases.reap():
            logger.warning("%d jobs of dead workers run again", released)

    def _speak(self) -> None:
        attempt = self.worker.attempt
        if attempt is None:
            return
        job = attempt.job
        mine = Job.objects.filter(pk=job.pk, worker=self.worker.worker_id)
        if attempt.has_moved.is_set():
            attempt.has_moved.clear()
            mine.update(done=job.done, total=job.total, zh=job.zh, en=job.en)
        if mine.filter(cancelled_at__isnull=False).exists():
            attempt.cancelled.set()
