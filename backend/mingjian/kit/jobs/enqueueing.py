"""Asking for a job, in the caller's transaction."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from mingjian.kit import clock
from mingjian.kit.jobs.registry import JobTask


def enqueue(
    job: JobTask,
    *,
    key: str,
    owner_id: UUID | None = None,
    run_after: datetime | None = None,
    **arguments: Any,
) -> UUID:
    """Enqueue ``job`` and return its id; a second call with the same ``key`` returns the first's.

    Nothing is enqueued if the surrounding transaction rolls back. ``owner_id`` is passed on
    to the function and decides whose rows it may see; only periodic jobs have none.
    """
    if owner_id is not None:
        arguments["owner_id"] = owner_id
    job.check(arguments)
    asked = replace(job, key=f"{job.code}:{key}", run_after=run_after or clock.now())
    return UUID(asked.enqueue(**to_jsonable_python(arguments)).id)
