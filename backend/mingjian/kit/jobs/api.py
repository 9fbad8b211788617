"""``/api/jobs``: what waits, runs, failed and is done; retry and cancel."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import page_or_workbook
from mingjian.kit.jobs import queries, services
from mingjian.kit.jobs.models import Job
from mingjian.kit.jobs.schemas import (
    COLUMNS,
    JobDetail,
    JobsPage,
    JobsQuery,
    render,
    render_detail,
)
from mingjian.kit.pagination import ordered

router = Router(tags=["jobs"])

SORTABLE = {
    name: name
    for name in ("code", "enqueued_at", "run_after", "started_at", "finished_at", "status")
}


@router.get("", response=JobsPage)
@requires("jobs", "R")
def list_jobs(request: AuthorisedRequest, query: Query[JobsQuery]) -> Any:
    """Jobs of the own organisation, newest first, with the number in each state."""
    rows: QuerySet[Job] = queries.jobs(request.viewer, state=query.state, search=query.search)
    rows = ordered(rows, query.sort or "-enqueued_at", SORTABLE)
    page = page_or_workbook(rows, query, render, name="任务 Jobs", columns=COLUMNS)
    if isinstance(page, HttpResponse):
        return page
    counts = queries.counts(request.viewer)
    return {**page, "counts": counts, "workers": queries.workers_alive()}


@router.get("/{uuid:job_id}", response=JobDetail)
@requires("jobs", "R")
def read_job(request: AuthorisedRequest, job_id: UUID) -> Any:
    """One job: its arguments (ids), attempts, and why the last one failed."""
    return render_detail(queries.job(request.viewer, job_id))


@router.post("/{uuid:job_id}/retry", response=JobDetail)
@requires("jobs", "U")
def retry_job(request: AuthorisedRequest, job_id: UUID) -> Any:
    """Run a failed or cancelled job again; a waiting one at once."""
    return render_detail(services.retry_job(viewer=request.viewer, job_id=job_id))


@router.post("/{uuid:job_id}/cancel", response=JobDetail)
@requires("jobs", "U")
def cancel_job(request: AuthorisedRequest, job_id: UUID) -> Any:
    """A waiting job never runs; a running one stops at its next step."""
    return render_detail(services.cancel_job(viewer=request.viewer, job_id=job_id))
