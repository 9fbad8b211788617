"""What becomes of jobs that fail."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils.translation import override

from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue, leases
from mingjian.kit.jobs.models import Job, Worker
from mingjian.kit.jobs.running import LeaseLost
from mingjian.kit.jobs.schemas import render
from mingjian.kit.jobs.tests import samples
from mingjian.kit.jobs.tests.samples import NOON, effects

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


def failing(what: str = "boom") -> Job:
    return Job.objects.get(pk=enqueue(samples.fail, owner_id=uuid7(), what=what, key=what))


def test_a_failed_attempt_leaves_no_effects_and_waits_for_the_next(run_jobs: RunJobs) -> None:
    job = failing()
    run_jobs()
    job.refresh_from_db()
    assert (job.state, job.attempts, effects("boom")) == ("waiting", 1, 0)


def test_pauses_double_and_vary_and_the_last_failure_is_final(run_jobs: RunJobs) -> None:
    with clock.moved_to(NOON):
        job, instant, pauses = failing(), NOON, []
    while job.state == "waiting":
        with clock.moved_to(instant):
            run_jobs()
        job.refresh_from_db()
        pauses.append((job.run_after - instant).total_seconds())
        instant = job.run_after
    assert (job.state, job.attempts) == ("failed", 4)
    for pause, longest in zip(pauses[:3], (5, 10, 20), strict=True):
        assert longest / 2 <= pause <= longest


def test_a_job_is_not_tried_again_before_its_pause_is_over(run_jobs: RunJobs) -> None:
    with clock.moved_to(NOON):
        job = failing()
        run_jobs()
    with clock.moved_to(NOON + timedelta(seconds=1)):
        run_jobs()
    job.refresh_from_db()
    assert job.attempts == 1


def test_the_longest_pause_is_an_hour() -> None:
    assert leases._pause(60) <= timedelta(hours=1)


def test_why_it_failed_is_said_in_both_languages(run_jobs: RunJobs) -> None:
    job = failing("已归档")
    run_jobs()
    job.refresh_from_db()
    with override("en"):
        assert render(job)["message"] == "This conflicts with the current state: 已归档"
    with override("zh-hans"):
        assert render(job)["message"] == "此操作与当前状态冲突：已归档"


def test_an_unknown_error_is_named_without_quoting_it(run_jobs: RunJobs) -> None:
    enqueue(samples.break_down, owner_id=uuid7(), key="broken")
    run_jobs()
    job = Job.objects.get()
    assert job.state == "failed"
    assert "ZeroDivisionError" in job.en
    assert "samples.py" in job.traceback
    assert "secret" not in f"{job.en}{job.zh}{job.traceback}"


def test_one_failing_job_does_not_stop_the_others(run_jobs: RunJobs) -> None:
    failing()
    enqueue(samples.count, owner_id=uuid7(), what="after", key="after")
    run_jobs()
    assert effects("after") == 1


def test_a_job_of_a_newer_version_waits_with_a_reason(run_jobs: RunJobs) -> None:
    job_id = enqueue(samples.count, owner_id=uuid7(), what="new", key="new")
    Job.objects.filter(pk=job_id).update(code="sample.unheard_of")
    run_jobs()
    job = Job.objects.get()
    assert job.state == "waiting"
    assert "sample.unheard_of" in job.en


class TestALostLease:
    """A worker taken for dead comes back: what it says about its job no longer counts."""

    @pytest.fixture
    def job(self) -> Job:
        worker = Worker.objects.create(host="here", pid=1)
        enqueue(samples.count, owner_id=uuid7(), what="lost", key="lost")
        job = leases.claim(worker.pk)
        assert job is not None
        return job

    def silence(self, job: Job) -> None:
        Worker.objects.filter(pk=job.worker_ids[-1]).update(beat_at=NOON)
        assert leases.reap() == 1

    def test_its_job_runs_again_elsewhere(self, job: Job, run_jobs: RunJobs) -> None:
        self.silence(job)
        run_jobs()
        assert Job.objects.get().attempts == 2
        assert effects("lost") == 1

    def test_success_and_failure_are_refused(self, job: Job) -> None:
        self.silence(job)
        with pytest.raises(LeaseLost):
            leases.complete(job)
        with pytest.raises(LeaseLost):
            leases.fail(job, ValueError())
        assert Job.objects.get().state == "waiting"

    def test_a_living_worker_keeps_its_job(self, job: Job) -> None:
        assert leases.reap() == 0
        leases.complete(job)
        assert Job.objects.get().state == "done"

    def test_a_job_that_kills_every_worker_is_given_up(self, job: Job) -> None:
        for _ in range(samples.count.retries):
            self.silence(job)
            job = leases.claim(Worker.objects.create(host="here", pid=2).pk) or job
        self.silence(job)
        last = Job.objects.get()
        assert (last.state, last.attempts) == ("failed", 3)
        assert "stopped unexpectedly" in last.en
