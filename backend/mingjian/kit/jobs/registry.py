"""What jobs there are: ``@job`` and ``@periodic`` fill the two tables below."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django_tasks.base import Task

from mingjian.kit.errors import MingjianError

DEFAULT_RETRIES = 5
QUICK, SLOW = LANES = "default", "slow"
"""Queues, each with a worker of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTask(Task[..., None]):
    """A task of Django's Tasks API that also has a stable name, titles and retries."""

    code: str
    """Stable name, ``stage.verb_noun``: rows in the queue outlive renamed functions."""
    zh: str
    en: str
    retries: int = DEFAULT_RETRIES
    """How often a failed attempt is repeated; the first attempt is not counted."""
    key: str = ""
    """Set by ``enqueue``: one job per key, however often it is asked for."""

    def check(self, arguments: dict[str, Any]) -> None:
        """Raise ``TypeError`` at the caller, not in the worker, if arguments do not fit."""
        inspect.signature(self.func).bind(**arguments)


class UnknownJob(MingjianError):
    status = 500
    code = "unknown_job"
    zh = "本版本不认识任务“{name}”。请确认后台任务进程与网站为同一版本，然后重试。"
    en = "This version does not know the job “{name}”. Run workers and web at one version; retry."


jobs: dict[str, JobTask] = {}
schedules: dict[str, timedelta] = {}


def job(
    code: str,
    *,
    zh: str,
    en: str,
    retries: int = DEFAULT_RETRIES,
    priority: int = 0,
    slow: bool = False,
) -> Callable[[Callable[..., None]], JobTask]:
    """Register a module-level function with keyword-only arguments as a job.

    It runs inside ``tenant_scope(owner)`` with ``jobs.viewer()`` as its viewer. Arguments
    are JSON: ids, numbers, dates; they are converted back by the function's annotations.
    ``zh`` and ``en`` are the titles on the jobs page. What may take longer than seconds is
    ``slow``: it queues with its like and holds up nobody else.
    """

    def register(function: Callable[..., None]) -> JobTask:
        made = JobTask(
            func=function,
            code=code,
            zh=zh,
            en=en,
            retries=retries,
            priority=priority,
            queue_name=SLOW if slow else QUICK,
        )
        known = jobs.setdefault(code, made)
        if known.module_path != made.module_path:
            raise ValueError(
                f"two jobs are called {code!r}: {known.module_path}, {made.module_path}"
            )
        return made

    return register


def periodic(
    code: str, *, every: timedelta, zh: str, en: str, retries: int = 0, slow: bool = False
) -> Callable[[Callable[[], None]], JobTask]:
    """Register a function without arguments that runs ``every`` so often, once.

    It belongs to no tenant: whoever needs one opens ``tenant_scope`` inside. A run is
    skipped while the previous one has not finished, and missed runs are not made up.
    """

    def register(function: Callable[[], None]) -> JobTask:
        schedules[code] = every
        return job(code, zh=zh, en=en, retries=retries, slow=slow)(function)

    return register


def named(code: str) -> JobTask:
    """The job called ``code``, or :class:`UnknownJob`."""
    if code not in jobs:
        raise UnknownJob(name=code)
    return jobs[code]
