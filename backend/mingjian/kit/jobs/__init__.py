"""Work that happens later, in another process, surely.

A job is enqueued in the caller's transaction, so it exists exactly when the change
it follows from exists. A worker process (``workers/job_worker.py``) runs it at least
once; ``completing()`` makes its database effects count exactly once (ADR 0006).
"""

from mingjian.kit.jobs.enqueueing import enqueue
from mingjian.kit.jobs.registry import job, periodic
from mingjian.kit.jobs.running import Cancelled, LeaseLost, completing, progress, viewer

__all__ = [
    "Cancelled",
    "LeaseLost",
    "completing",
    "enqueue",
    "job",
    "periodic",
    "progress",
    "viewer",
]
