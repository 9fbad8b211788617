"""Real worker processes that die, sleep, are stopped, and find their database busy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from uuid import UUID

import pytest
from django.db import connection

from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.models import Job, Schedule, Worker
from mingjian.kit.jobs.registry import JobTask
from mingjian.kit.jobs.services import cancel_job
from mingjian.kit.jobs.tests import samples
from mingjian.kit.jobs.tests.samples import effects
from workers.tests.processes import eventually, outlast_the_lease, worker

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
HANGING = pytest.mark.parametrize("hanging", [samples.hang_before, samples.hang_inside])


def enqueue_hanging(job: JobTask, folder: Path) -> UUID:
    return enqueue(job, owner_id=uuid7(), folder=str(folder), what="effect", key=str(folder))


def attempts_in(folder: Path) -> int:
    return len(list(folder.glob("attempt-*")))


def is_done(job_id: UUID) -> bool:
    return Job.objects.get(pk=job_id).state == "done"


@HANGING
def test_a_killed_workers_job_runs_again_and_counts_once(hanging: JobTask, tmp_path: Path) -> None:
    job_id = enqueue_hanging(hanging, tmp_path)
    with worker() as first:
        eventually(lambda: attempts_in(tmp_path) == 1)
        first.kill()
    killed_at = monotonic()
    with worker():
        eventually(lambda: is_done(job_id))
    assert monotonic() - killed_at < 60
    assert effects("effect") == 1
    assert Job.objects.get(pk=job_id).attempts == attempts_in(tmp_path) == 2


def test_a_worker_that_slept_through_its_lease_changes_nothing(tmp_path: Path) -> None:
    job_id = enqueue_hanging(samples.hang_before, tmp_path)
    with worker() as sleepy:
        eventually(lambda: attempts_in(tmp_path) == 1)
        with sleepy.asleep(), worker():
            eventually(lambda: is_done(job_id))
        (tmp_path / "go-on").touch()
        after = enqueue(samples.count, owner_id=uuid7(), what="after", key="after")
        eventually(lambda: is_done(after))
        assert sleepy.is_alive
    assert effects("effect") == 1


def test_a_long_job_keeps_its_lease(tmp_path: Path) -> None:
    job_id = enqueue_hanging(samples.hang_before, tmp_path)
    with worker(), worker():
        eventually(lambda: attempts_in(tmp_path) == 1)
        outlast_the_lease()
        (tmp_path / "go-on").touch()
        eventually(lambda: is_done(job_id))
    assert attempts_in(tmp_path) == 1


def test_a_stopped_worker_finishes_its_job_first(tmp_path: Path) -> None:
    job_id = enqueue_hanging(samples.hang_before, tmp_path)
    with worker() as stopping:
        eventually(lambda: attempts_in(tmp_path) == 1)
        stopping.ask_to_stop()
        (tmp_path / "go-on").touch()
        assert stopping.exit_code() == 0
    assert is_done(job_id)
    assert not Worker.objects.exists()


def test_an_idle_worker_stops_at_once() -> None:
    with worker() as idle:
        eventually(Worker.objects.exists)
        idle.ask_to_stop()
        assert idle.exit_code(within_seconds=3) == 0


def test_two_workers_share_a_queue_without_doing_anything_twice() -> None:
    for number in range(60):
        enqueue(samples.count, owner_id=uuid7(), what="shared", key=str(number))
    with worker(), worker():
        eventually(lambda: Worker.objects.values("pid").distinct().count() == 2)
        eventually(lambda: not Job.objects.unfinished().exclude(code="sample.tick").exists())
    assert effects("shared") == 60
    assert {job.attempts for job in Job.objects.filter(code="sample.count")} == {1}


def test_a_job_that_takes_long_holds_up_no_other(tmp_path: Path) -> None:
    slow = enqueue_hanging(samples.hang_slowly, tmp_path)
    with worker():
        eventually(lambda: attempts_in(tmp_path) == 1)
        quick = enqueue(samples.count, owner_id=uuid7(), what="quick", key="quick")
        eventually(lambda: is_done(quick))
        assert not is_done(slow)
        (tmp_path / "go-on").touch()
        eventually(lambda: is_done(slow))


def test_two_workers_run_a_periodic_job_once_each_time() -> None:
    with worker(), worker():
        eventually(lambda: effects("tick") >= 3)
    ticks = Job.objects.filter(code="sample.tick")
    instants = sorted(job.key for job in ticks)
    assert len(set(instants)) == len(instants)
    assert abs(effects("tick") - len(instants)) <= 1
    assert Schedule.objects.get(code="sample.tick").next_run_at is not None


def test_progress_is_seen_and_a_running_job_can_be_cancelled() -> None:
    owner = uuid7()
    job_id = enqueue(samples.plod, owner_id=owner, key="plod")
    with worker():
        eventually(lambda: Job.objects.get(pk=job_id).done > 3)
        assert Job.objects.get(pk=job_id).en == "Working on it"
        cancel_job(viewer=Viewer.system("test", owner), job_id=job_id)
        eventually(lambda: Job.objects.get(pk=job_id).state == "cancelled")


def test_a_worker_outlives_a_database_that_refuses() -> None:
    """SQLite: locked for longer than the worker waits. PostgreSQL: its connections cut."""
    with worker(busy_timeout_seconds=0.2) as surviving:
        eventually(Worker.objects.exists)
        with database_refusing():
            outlast_the_lease()
        job_id = enqueue(samples.count, owner_id=uuid7(), what="alive", key="alive")
        eventually(lambda: is_done(job_id))
        assert surviving.is_alive
    assert effects("alive") == 1


@contextmanager
def database_refusing() -> Iterator[None]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        yield
        return
    holder = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.rollback()
        holder.close()
