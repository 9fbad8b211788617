"""The jobs page, through HTTP."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from openpyxl import load_workbook

from mingjian.kit.access import Viewer, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.kit.jobs.models import Job
from mingjian.kit.jobs.tests import samples
from mingjian.kit.jobs.tests.samples import effects

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


@pytest.fixture
def members() -> Iterator[FakeAuthority]:
    fake = FakeAuthority()
    fake.rights = {"ADM": {("jobs", "R"), ("jobs", "U")}, "QS": {("jobs", "R")}}
    with authority.replaced_by(fake):
        yield fake


@pytest.fixture
def admin(members: FakeAuthority) -> Viewer:
    return members.enrol("admin")


@pytest.fixture
def as_admin(members: FakeAuthority, admin: Viewer) -> Client:
    return signed_in(members, "admin")


def signed_in(members: FakeAuthority, name: str, language: str = "en") -> Client:
    client = Client(headers={"Accept-Language": language})
    client.cookies[settings.SESSION_COOKIE_NAME] = members.sign_in(name)
    return client


def failed_job(owner: UUID | None, run_jobs: RunJobs) -> UUID:
    job_id = enqueue(samples.break_down, owner_id=uuid7(), key=str(uuid7()))
    run_jobs()
    Job.objects.filter(pk=job_id).update(owner_id=owner)
    return job_id


def listed(client: Client, **query: str) -> Any:
    response = client.get("/api/jobs", query)
    assert response.status_code == 200, response.content
    return response.json()


def test_the_page_shows_every_state_with_its_count(
    as_admin: Client, admin: Viewer, run_jobs: RunJobs
) -> None:
    failed_job(admin.tenant_id, run_jobs)
    enqueue(samples.count, owner_id=admin.tenant_id, what="x", key="x")
    run_jobs()
    enqueue(samples.count, owner_id=admin.tenant_id, what="y", key="y")
    page = listed(as_admin)
    assert page["counts"] == {"waiting": 1, "running": 0, "failed": 1, "done": 1, "cancelled": 0}
    assert page["total"] == 3
    assert [job["title"] for job in listed(as_admin, state="failed")["items"]] == ["Break"]


def test_titles_and_reasons_follow_the_readers_language(
    members: FakeAuthority, admin: Viewer, run_jobs: RunJobs
) -> None:
    failed_job(admin.tenant_id, run_jobs)
    [job] = listed(signed_in(members, "admin", "zh-CN"))["items"]
    assert job["title"] == "出错"
    assert "程序出错（ZeroDivisionError）" in job["message"]


def test_jobs_are_found_by_their_title(as_admin: Client, admin: Viewer) -> None:
    enqueue(samples.count, owner_id=admin.tenant_id, what="x", key="x")
    enqueue(samples.fail, owner_id=admin.tenant_id, what="x", key="x")
    assert [job["code"] for job in listed(as_admin, search="计数")["items"]] == ["sample.count"]


def test_the_list_is_a_workbook_too(as_admin: Client, admin: Viewer, run_jobs: RunJobs) -> None:
    failed_job(admin.tenant_id, run_jobs)
    response = as_admin.get("/api/jobs", {"format": "xlsx"})
    rows = list(load_workbook(BytesIO(response.content)).worksheets[0].values)
    assert rows[0][:2] == ("Job", "State")
    assert rows[1][:2] == ("Break", "failed")


def test_an_unknown_column_to_sort_by_is_refused(as_admin: Client) -> None:
    assert as_admin.get("/api/jobs?sort=colour").status_code == 422


def test_another_tenants_jobs_are_not_seen_and_not_touched(
    as_admin: Client, run_jobs: RunJobs
) -> None:
    foreign = failed_job(uuid7(), run_jobs)
    assert listed(as_admin)["total"] == 0
    assert as_admin.get(f"/api/jobs/{foreign}").status_code == 404
    assert as_admin.post(f"/api/jobs/{foreign}/retry").status_code == 404
    assert as_admin.post(f"/api/jobs/{foreign}/cancel").status_code == 404
    assert Job.objects.get().state == "failed"


def test_a_body_sees_the_installations_own_jobs_and_may_retry_but_not_cancel(
    as_admin: Client, run_jobs: RunJobs
) -> None:
    own = failed_job(None, run_jobs)
    assert listed(as_admin)["items"][0]["is_own"] is False
    assert as_admin.post(f"/api/jobs/{own}/retry").status_code == 200
    assert as_admin.post(f"/api/jobs/{own}/cancel").status_code == 409


def test_the_detail_names_place_and_arguments(
    as_admin: Client, admin: Viewer, run_jobs: RunJobs
) -> None:
    job_id = failed_job(admin.tenant_id, run_jobs)
    job = as_admin.get(f"/api/jobs/{job_id}").json()
    assert "mingjian/kit/jobs/tests/samples.py" in job["place"]
    assert set(job["arguments"]) == {"owner_id"}
    assert job["attempts"] == job["attempts_allowed"] == 1


def test_retry_starts_over(as_admin: Client, admin: Viewer, run_jobs: RunJobs) -> None:
    job_id = failed_job(admin.tenant_id, run_jobs)
    answer = as_admin.post(f"/api/jobs/{job_id}/retry").json()
    assert (answer["state"], answer["attempts"]) == ("waiting", 0)
    assert answer["changed_by"] == admin.actor
    run_jobs()
    assert Job.objects.get().attempts == 1


def test_a_job_that_is_done_cannot_be_retried(
    as_admin: Client, admin: Viewer, run_jobs: RunJobs
) -> None:
    job_id = enqueue(samples.count, owner_id=admin.tenant_id, what="x", key="x")
    run_jobs()
    refused = as_admin.post(f"/api/jobs/{job_id}/retry")
    assert refused.status_code == 409
    assert refused.json()["code"] == "job_not_retryable"
    assert effects("x") == 1


def test_a_cancelled_job_never_runs(as_admin: Client, admin: Viewer, run_jobs: RunJobs) -> None:
    job_id = enqueue(samples.count, owner_id=admin.tenant_id, what="x", key="x")
    answer = as_admin.post(f"/api/jobs/{job_id}/cancel").json()
    run_jobs()
    assert (answer["state"], answer["message"]) == ("cancelled", "Cancelled by an administrator.")
    assert effects("x") == 0
    assert as_admin.post(f"/api/jobs/{job_id}/cancel").status_code == 409


def test_who_may_only_read_may_not_retry(
    members: FakeAuthority, admin: Viewer, run_jobs: RunJobs
) -> None:
    job_id = failed_job(admin.tenant_id, run_jobs)
    members.enrol("reader", tenant_id=admin.tenant_id, role="QS")
    reader = signed_in(members, "reader")
    assert reader.get(f"/api/jobs/{job_id}").status_code == 200
    assert reader.post(f"/api/jobs/{job_id}/retry").status_code == 403
    assert Client().get("/api/jobs").status_code == 401
