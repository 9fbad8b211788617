"""Failed jobs and a missing worker come to the administrator, not the other way round."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from mingjian.kit import clock
from mingjian.kit.access import Viewer, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.attention import NO_WORKER, FailedJobs, IdleQueue
from mingjian.kit.jobs.models import Worker
from mingjian.kit.jobs.tests import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> Iterator[FakeAuthority]:
    fake = FakeAuthority()
    fake.rights = {"ADM": {("jobs", "R"), ("jobs", "U")}}
    with authority.replaced_by(fake):
        yield fake


@pytest.fixture
def admin(members: FakeAuthority) -> Viewer:
    return members.enrol("admin")


@pytest.fixture
def auditor(members: FakeAuthority, admin: Viewer) -> Viewer:
    return members.enrol("auditor", tenant_id=admin.tenant_id, role="AU")


def test_failed_jobs_are_an_administrators_work(
    admin: Viewer, auditor: Viewer, run_jobs: Callable[[], int]
) -> None:
    enqueue(samples.break_down, owner_id=admin.tenant_id, key="1")
    enqueue(samples.break_down, owner_id=uuid7(), key="of somebody else")
    run_jobs()
    [item] = FailedJobs().items(admin)
    assert item.title.zh == "1 个后台任务失败"
    assert list(FailedJobs().items(auditor)) == []


def test_without_failures_there_is_no_work(admin: Viewer) -> None:
    assert list(FailedJobs().items(admin)) == []


def test_jobs_that_nobody_runs_are_said_to_administrators(admin: Viewer, auditor: Viewer) -> None:
    enqueue(samples.count, owner_id=admin.tenant_id, what="x", key="x")
    assert list(IdleQueue().banners(admin)) == []
    with clock.moved_to(clock.now() + timedelta(minutes=2)):
        assert list(IdleQueue().banners(admin)) == [NO_WORKER]
        assert list(IdleQueue().banners(auditor)) == []
        Worker.objects.create(host="here", pid=1)
        assert list(IdleQueue().banners(admin)) == []
