"""A job exists exactly when the change that asked for it exists, and once per key."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django_tasks import task
from django_tasks.exceptions import InvalidTaskError

from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.models import Job
from mingjian.kit.jobs.tests import samples
from mingjian.kit.jobs.tests.samples import NOON, effects

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


def test_a_change_that_is_rolled_back_enqueues_nothing() -> None:
    with transaction.atomic():
        enqueue(samples.count, owner_id=uuid7(), what="never", key="never")
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_asking_twice_with_one_key_is_one_job(run_jobs: RunJobs) -> None:
    first = enqueue(samples.count, owner_id=uuid7(), what="once", key="once")
    second = enqueue(samples.count, owner_id=uuid7(), what="once", key="once")
    run_jobs()
    third = enqueue(samples.count, owner_id=uuid7(), what="once", key="once")
    run_jobs()
    assert first == second == third
    assert effects("once") == 1


def test_asking_twice_leaves_the_callers_transaction_usable() -> None:
    with transaction.atomic():
        enqueue(samples.count, owner_id=uuid7(), what="a", key="a")
        enqueue(samples.count, owner_id=uuid7(), what="a", key="a")
        enqueue(samples.count, owner_id=uuid7(), what="b", key="b")
    assert Job.objects.count() == 2


def test_two_jobs_may_use_the_same_key() -> None:
    one = enqueue(samples.count, owner_id=uuid7(), what="k", key="k")
    assert one != enqueue(samples.fail, owner_id=uuid7(), what="k", key="k")


def test_arguments_that_do_not_fit_are_refused_at_the_caller() -> None:
    with pytest.raises(TypeError):
        enqueue(samples.count, owner_id=uuid7(), colour="red", key="x")


def test_arguments_come_back_as_the_types_they_were(run_jobs: RunJobs) -> None:
    enqueue(samples.count, owner_id=uuid7(), what="typed", at=NOON, key="typed")
    run_jobs()
    assert effects("typed") == 1


def test_a_job_works_for_its_owner_as_a_system_viewer(run_jobs: RunJobs) -> None:
    enqueue(samples.count_for_viewer, owner_id=uuid7(), key="viewer")
    run_jobs()
    assert effects("system:job_worker") == 1


def test_a_job_does_not_run_before_its_time(run_jobs: RunJobs) -> None:
    with clock.moved_to(NOON):
        later = NOON + timedelta(hours=1)
        enqueue(samples.count, owner_id=uuid7(), what="later", key="later", run_after=later)
        run_jobs()
        assert effects("later") == 0
    with clock.moved_to(later):
        run_jobs()
    assert effects("later") == 1


def test_a_plain_task_without_a_title_is_refused() -> None:
    with pytest.raises(TypeError):
        task()(samples.count.func)


def test_a_task_of_another_kind_is_refused_by_the_backend() -> None:
    from django_tasks.base import Task

    with pytest.raises(InvalidTaskError, match="declare count"):
        Task(func=samples.count.func).enqueue()
