"""Ended jobs and delivered events are kept for a while and then forgotten."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction

from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.jobs import forget
from mingjian.kit.jobs.models import Job
from mingjian.kit.jobs.tests import samples
from mingjian.kit.jobs.tests.samples import NOON, Counted
from mingjian.kit.outbox import announce
from mingjian.kit.outbox.jobs import forget as forget_events
from mingjian.kit.outbox.models import Announcement

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


def remembered_after(age: timedelta) -> list[str]:
    with clock.moved_to(NOON + age):
        forget.call()
    return sorted(Job.objects.values_list("code", flat=True))


def test_what_is_done_goes_after_a_month_and_failures_after_half_a_year(run_jobs: RunJobs) -> None:
    with clock.moved_to(NOON):
        enqueue(samples.count, owner_id=uuid7(), what="x", key="x")
        enqueue(samples.break_down, owner_id=uuid7(), key="x")
        run_jobs()
        enqueue(samples.fail, owner_id=uuid7(), what="still waiting", key="x")
    assert len(remembered_after(timedelta(days=29))) == 3
    assert remembered_after(timedelta(days=31)) == ["sample.break", "sample.fail"]
    assert remembered_after(timedelta(days=181)) == ["sample.fail"]


def test_runs_of_periodic_jobs_go_after_a_day(run_jobs: RunJobs) -> None:
    with clock.moved_to(NOON):
        enqueue(forget, key="now")
        run_jobs()
    assert remembered_after(timedelta(hours=23)) == ["jobs.forget"]
    assert remembered_after(timedelta(hours=25)) == []


def test_events_go_when_their_deliveries_are_long_over(run_jobs: RunJobs) -> None:
    with clock.moved_to(NOON):
        with transaction.atomic():
            announce(Counted(owner_id=uuid7(), what="x"))
        run_jobs()
    forget_events.call()
    assert not Announcement.objects.exists()
