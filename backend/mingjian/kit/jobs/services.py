"""What an administrator may do about a job."""

from uuid import UUID

from django.db import transaction
from django_tasks.base import TaskResultStatus as Status

from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.jobs import leases, queries
from mingjian.kit.jobs.errors import NotCancellableError, NotRetryableError
from mingjian.kit.jobs.models import Job


@transaction.atomic
def retry_job(*, viewer: Viewer, job_id: UUID) -> Job:
    """Run a failed or cancelled job again, with all its attempts; hurry one that waits."""
    job = _locked(viewer, job_id)
    if job.status not in {Status.FAILED, Status.READY}:
        raise NotRetryableError
    leases.renew(job, by=viewer.actor)
    return job


@transaction.atomic
def cancel_job(*, viewer: Viewer, job_id: UUID) -> Job:
    """A waiting job never runs; a running one stops where it next reports progress."""
    job = _locked(viewer, job_id)
    if job.owner_id is None or job.status not in {Status.READY, Status.RUNNING}:
        raise NotCancellableError
    leases.cancel(job, by=viewer.actor)
    return job


def _locked(viewer: Viewer, job_id: UUID) -> Job:
    row = queries.jobs(viewer).select_for_update().filter(pk=job_id).first()
    if row is None:
        raise NotFound
    return row
