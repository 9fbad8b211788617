"""Jobs as the API shows them."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from mingjian.kit.excel import Columns
from mingjian.kit.jobs import registry
from mingjian.kit.jobs.models import Job
from mingjian.kit.pagination import ListQuery, Page
from mingjian.kit.schema import Schema
from mingjian.kit.words import in_language

State = Literal["waiting", "running", "failed", "done", "cancelled"]


STATE_WORDS: dict[str, tuple[str, str]] = {
    "waiting": ("等待中", "waiting"),
    "running": ("执行中", "running"),
    "failed": ("失败", "failed"),
    "done": ("已完成", "done"),
    "cancelled": ("已取消", "cancelled"),
}


class JobsQuery(ListQuery):
    state: State | Literal[""] = ""


class JobOut(Schema):
    id: UUID
    code: str
    title: str
    state: State
    message: str
    """How far it is while it runs; why it failed, in words."""
    done: int
    total: int
    attempts: int
    attempts_allowed: int
    enqueued_at: datetime
    run_after: datetime
    started_at: datetime | None
    finished_at: datetime | None
    is_own: bool
    """False for the installation's own periodic jobs."""


class JobDetail(JobOut):
    arguments: dict[str, Any]
    worker: str
    changed_by: str
    place: str
    """Where in the program the last attempt failed."""


class JobsPage(Page[JobOut]):
    counts: dict[State, int]
    workers: int
    """Worker processes alive; with none, everything waits."""


COLUMNS: Columns[Job] = {
    ("任务", "Job"): lambda job: render(job)["title"],
    ("状态", "State"): lambda job: in_language(STATE_WORDS[job.state]),
    ("说明", "Remark"): lambda job: render(job)["message"],
    ("尝试次数", "Attempts"): lambda job: job.attempts,
    ("提交时间 (UTC)", "Enqueued at (UTC)"): lambda job: job.enqueued_at,
    ("开始时间 (UTC)", "Started at (UTC)"): lambda job: job.started_at,
    ("结束时间 (UTC)", "Finished at (UTC)"): lambda job: job.finished_at,
}


def render(job: Job) -> dict[str, Any]:
    """The fields of :class:`JobOut`, in the language of the request."""
    known = registry.jobs.get(job.code)
    title = in_language((known.zh, known.en)) if known else job.code
    return {
        "id": job.pk,
        "title": title,
        "message": in_language((job.zh, job.en)),
        "attempts_allowed": 1 + (known.retries if known else registry.DEFAULT_RETRIES),
        "is_own": job.owner_id is not None,
        **{name: getattr(job, name) for name in JobOut.model_fields if hasattr(job, name)},
    }


def render_detail(job: Job) -> dict[str, Any]:
    """The fields of :class:`JobDetail`."""
    return {
        **render(job),
        "arguments": job.args_kwargs["kwargs"],
        "worker": str(job.worker or ""),
        "changed_by": job.changed_by,
        "place": f"{job.traceback}{job.exception_class_path}",
    }
