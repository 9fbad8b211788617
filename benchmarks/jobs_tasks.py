"""One job that does nothing, ours and the peer's, and the measuring that needs Django.

Imported, never run as a program: rows name functions by their module.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from uuid import uuid4

import django

from config import settings

settings.TASKS["peer"] = {"BACKEND": "django_tasks_db.DatabaseBackend"}
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db.models import QuerySet  # noqa: E402
from django_tasks import task  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from mingjian.kit.jobs import enqueue, job  # noqa: E402
from mingjian.kit.jobs.models import Job  # noqa: E402
from workers import job_worker  # noqa: E402

OWNER = uuid4()
PROGRAM = [sys.executable, "-c", "import sys, jobs_tasks; jobs_tasks.main(*sys.argv[1:])"]


@job("bench.nothing", zh="空作业", en="Do nothing")
def ours(*, owner_id: str) -> None:
    pass


@job("bench.hang", zh="挂起", en="Hang", retries=1)
def hang(*, owner_id: str) -> None:
    """The first attempt never ends."""
    if Job.objects.get(code="bench.hang").attempts == 1:
        sleep(600)


@task(backend="peer")
def peers() -> None:
    pass


def enqueue_ours() -> None:
    enqueue(ours, owner_id=OWNER, key=str(uuid4()))


def enqueue_peers() -> None:
    peers.enqueue()


def work_as_peer() -> None:
    call_command("db_worker", backend_name="peer", interval=0.2, verbosity=0, reload=False)


ENQUEUE: dict[str, Callable[[], None]] = {"ours": enqueue_ours, "peer": enqueue_peers}
WORK: dict[str, Callable[[], None]] = {"ours": job_worker.main, "peer": work_as_peer}


@contextmanager
def worker(side: str) -> Iterator[None]:
    process = subprocess.Popen([*PROGRAM, side])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def finished() -> "QuerySet[DBTaskResult]":
    ours_or_peers = DBTaskResult.objects.filter(task_path__startswith="jobs_tasks.")
    return ours_or_peers.filter(finished_at__isnull=False)


def wait_for(count: int) -> None:
    while finished().count() < count:
        sleep(0.1)


def measure(side: str, enqueued: int, spaced: int) -> dict[str, float]:
    started = monotonic()
    for _ in range(enqueued):
        ENQUEUE[side]()
    per_second = enqueued / (monotonic() - started)
    with worker(side):
        wait_for(enqueued)
        first, *_, last = finished().order_by("finished_at").values_list("finished_at", flat=True)
        finished().delete()
        waits = latencies(side, spaced)
        finished().delete()
    return {
        "enqueue": per_second,
        "throughput": (enqueued - 1) / (last - first).total_seconds(),
        "p50": waits[spaced // 2],
        "p95": waits[spaced * 95 // 100],
        "recovery": recovery() if side == "ours" else 0,
    }


def latencies(side: str, spaced: int) -> list[float]:
    """Milliseconds from enqueued to started, of single jobs to an idle worker; sorted."""
    for _ in range(spaced):
        ENQUEUE[side]()
        sleep(random.uniform(0.25, 0.45))
    wait_for(spaced)
    rows = finished().values_list("enqueued_at", "started_at")
    return sorted((start - asked).total_seconds() * 1000 for asked, start in rows)


def recovery() -> float:
    """Seconds from ``kill -9`` of a worker in the middle of a job to the job's end elsewhere."""
    enqueue(hang, owner_id=OWNER, key=str(uuid4()))
    with worker("ours"):
        while not Job.objects.filter(code="bench.hang", status="RUNNING").exists():
            sleep(0.1)
        sleep(2)
    killed = monotonic()
    with worker("ours"):
        wait_for(1)
    return monotonic() - killed


def main(side: str, *counts: str) -> None:
    """With counts, measure ``side`` and print JSON; without, be its worker."""
    if counts:
        print(json.dumps(measure(side, *map(int, counts))))
    else:
        WORK[side]()
