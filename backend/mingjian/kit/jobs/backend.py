"""The adapter between Django's Tasks API and our rows."""

from typing import TYPE_CHECKING, Any

from asgiref.sync import sync_to_async
from django.apps import apps
from django.db import IntegrityError, transaction
from django_tasks.base import Task
from django_tasks.exceptions import InvalidTaskError
from django_tasks.utils import normalize_json
from django_tasks_db.backend import DatabaseBackend

from mingjian.kit import clock
from mingjian.kit.jobs.registry import JobTask

if TYPE_CHECKING:
    from mingjian.kit.jobs.models import Job


class JobsBackend(DatabaseBackend):
    """``django-tasks-db``, whose row is extended by owner, key and lease (see ``Job``)."""

    # The package is typed against Django 6's Task, which this Django does not have.
    task_class = JobTask  # type: ignore[assignment]

    def _task_to_db_task(self, task: Task[..., Any], args: Any, kwargs: Any) -> "Job":  # type: ignore[override]
        if not isinstance(task, JobTask):
            raise InvalidTaskError(f"declare {task.name} with mingjian.kit.jobs.job")
        # Tasks are declared before the registry of models is ready, and enqueued after it.
        rows = apps.get_model("jobs", "Job")
        waiting: Job = rows(
            id=self._get_id(),
            code=task.code,
            key=task.key,
            owner_id=kwargs.get("owner_id"),
            args_kwargs=normalize_json({"args": args, "kwargs": kwargs}),
            priority=task.priority,
            task_path=task.module_path,
            queue_name=task.queue_name,
            run_after=task.run_after or clock.now(),
            backend_name=self.alias,
        )
        try:
            with transaction.atomic():
                waiting.save(force_insert=True)
        except IntegrityError:
            return rows.objects.get(key=task.key)
        return waiting

    async def _atask_to_db_task(self, task: Task[..., Any], args: Any, kwargs: Any) -> "Job":  # type: ignore[override]
        return await sync_to_async(self._task_to_db_task)(task, args, kwargs)
