"""Rows of the queue. They hold ids only and carry no row security: see ADR 0006."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django_tasks.base import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult

from mingjian.kit import clock
from mingjian.kit.ids import uuid7

STATES = {
    "waiting": Q(status=Status.READY),
    "running": Q(status=Status.RUNNING),
    "failed": Q(status=Status.FAILED, cancelled_at=None),
    "done": Q(status=Status.SUCCESSFUL),
    "cancelled": Q(status=Status.FAILED, cancelled_at__isnull=False),
}
"""The states that people see, as conditions on rows."""


class Worker(models.Model):
    """A worker process that is alive as long as its heartbeat is fresh."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField(default=clock.now)
    beat_at = models.DateTimeField(default=clock.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.host}:{self.pid}"


class JobQuerySet(models.QuerySet["Job"]):
    def due(self, now: datetime) -> "JobQuerySet":
        """Waiting jobs whose time has come, the most urgent and longest due first."""
        return self.filter(status=Status.READY, run_after__lte=now)

    def unfinished(self) -> "JobQuerySet":
        return self.filter(status__in=[Status.READY, Status.RUNNING])


class Job(DBTaskResult[..., None]):
    """A task result of ``django-tasks-db``, and what that package lacks."""

    row = models.OneToOneField(
        DBTaskResult, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    code = models.CharField(max_length=100, db_index=True)
    key = models.CharField(max_length=300, unique=True)
    owner_id = models.UUIDField(null=True, db_index=True)
    """The tenant it works for; null for the installation's own periodic jobs."""
    worker = models.ForeignKey(Worker, models.SET_NULL, null=True, related_name="+")
    """Who runs it now. Holding it is the lease: without it, no outcome is recorded."""
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    zh = models.CharField(max_length=500, default="", blank=True)
    en = models.CharField(max_length=500, default="", blank=True)
    """How far it is, or what went wrong in the last attempt."""
    cancelled_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=80, default="", blank=True)
    """The actor who last retried or cancelled it."""

    objects: ClassVar[JobQuerySet] = JobQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def attempts(self) -> int:
        return len(self.worker_ids)

    @property
    def state(self) -> str:
        """The name of the one condition of ``STATES`` that holds."""
        if self.status == Status.FAILED:
            return "cancelled" if self.cancelled_at else "failed"
        names = {"READY": "waiting", "RUNNING": "running", "SUCCESSFUL": "done"}
        return names[str(self.status)]


class Schedule(models.Model):
    """When a periodic job is due next; the interval itself is in the code."""

    code = models.CharField(primary_key=True, max_length=100)
    next_run_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code
