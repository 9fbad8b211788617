"""Who may run a job, and what became of it: every change of a job's state is here.

A running job names its worker, and a worker lives by its heartbeat. Each outcome is
recorded only by the worker that the row still names, so a worker that was taken for
dead and comes back changes nothing.
"""

import secrets
from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django_tasks.base import TaskResultStatus as Status

from mingjian.kit import clock
from mingjian.kit.jobs import registry, words
from mingjian.kit.jobs.models import Job, Worker
from mingjian.kit.jobs.running import Cancelled, LeaseLost

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=5), timedelta(hours=1)
LOOK_AHEAD = 8
OUTCOME = "status", "finished_at", "run_after", "worker", "zh", "en", "done", "total"


def claim(worker: UUID, lanes: Collection[str] = registry.LANES) -> Job | None:
    """Take the next due job of these queues; an empty one costs a read and no write lock."""
    waiting = Job.objects.due(clock.now()).filter(queue_name__in=lanes)
    due = list(waiting.values_list("pk", flat=True)[:LOOK_AHEAD])
    if not due:
        return None
    with transaction.atomic():
        free = Job.objects.select_for_update(skip_locked=True).due(clock.now())
        job = free.filter(pk__in=due).first()
        if job is not None:
            job.status, job.started_at, job.worker_id = Status.RUNNING, clock.now(), worker
            job.worker_ids = [*job.worker_ids, str(worker)]
            job.save(update_fields=["status", "started_at", "worker", "worker_ids"])
    return job


@transaction.atomic
def complete(job: Job) -> None:
    """Record success, usually inside the job's own transaction; or raise ``LeaseLost``."""
    held = _held(job)
    held.status, held.finished_at, held.worker = Status.SUCCESSFUL, clock.now(), None
    held.zh = held.en = held.exception_class_path = held.traceback = ""
    held.done = held.total
    held.save(update_fields=[*OUTCOME, "exception_class_path", "traceback"])


@transaction.atomic
def fail(job: Job, error: Exception) -> None:
    """Record a failed attempt: wait for the next one, or give up."""
    held = _held(job)
    held.zh, held.en = words.explain(error)
    held.exception_class_path = words.path(error)
    held.traceback = words.frames(error)
    final = isinstance(error, Cancelled) or _is_exhausted(held)
    _return(held, pause=None if final else _pause(held.attempts))
    held.save(update_fields=[*OUTCOME, "exception_class_path", "traceback"])


@transaction.atomic
def release(workers: Collection[UUID]) -> int:
    """Give back what these workers were running, so that others run it again."""
    held = Job.objects.select_for_update().filter(status=Status.RUNNING, worker__in=workers)
    for job in held:
        exhausted = _is_exhausted(job)
        job.zh, job.en = words.WORKER_DIED
        _return(job, pause=None if exhausted else timedelta())
        job.save(update_fields=OUTCOME)
    return len(held)


def reap() -> int:
    """Release the jobs of every worker whose heartbeat stopped, and forget the worker."""
    silent_since = clock.now() - timedelta(seconds=settings.JOB_LEASE_SECONDS)
    if not Worker.objects.filter(beat_at__lt=silent_since).exists():
        return 0
    with transaction.atomic():
        dead = Worker.objects.select_for_update(skip_locked=True).filter(beat_at__lt=silent_since)
        workers = list(dead.values_list("pk", flat=True))
        released = release(workers)
        Worker.objects.filter(pk__in=workers).delete()
    return released


def renew(job: Job, *, by: str) -> None:
    """Start over, now; the caller holds the row."""
    job.status, job.run_after, job.finished_at = Status.READY, clock.now(), None
    job.worker_ids, job.cancelled_at, job.changed_by = [], None, by
    job.save(update_fields=[*OUTCOME, "worker_ids", "cancelled_at", "changed_by"])


def cancel(job: Job, *, by: str) -> None:
    """End a waiting job; ask a running one to stop. The caller holds the row."""
    job.cancelled_at, job.changed_by = clock.now(), by
    if job.status == Status.READY:
        job.zh, job.en = words.explain(Cancelled())
        _return(job, pause=None)
    job.save(update_fields=[*OUTCOME, "cancelled_at", "changed_by"])


def _held(job: Job) -> Job:
    held = Job.objects.select_for_update().filter(
        pk=job.pk, status=Status.RUNNING, worker=job.worker_id
    )
    row = held.first()
    if row is None:
        raise LeaseLost(f"job {job.pk} is no longer held by worker {job.worker_id}")
    return row


def _return(job: Job, *, pause: timedelta | None) -> None:
    job.worker = None
    if pause is None or job.cancelled_at:
        job.status, job.finished_at = Status.FAILED, clock.now()
    else:
        job.status, job.run_after = Status.READY, clock.now() + pause


def _is_exhausted(job: Job) -> bool:
    known = registry.jobs.get(job.code)
    return job.attempts > (known.retries if known else registry.DEFAULT_RETRIES)


def _pause(attempts: int) -> timedelta:
    """5 s, 10 s, 20 s … an hour; shortened by up to half, so that failures spread out."""
    pause = min(FIRST_PAUSE * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)
    return pause - pause * secrets.randbelow(501) / 1000
