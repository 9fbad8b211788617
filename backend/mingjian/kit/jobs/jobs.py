"""What the queue does by itself: forget what is long over."""

from datetime import timedelta

from django.db.models import Q

from mingjian.kit import clock
from mingjian.kit.jobs.models import STATES, Job
from mingjian.kit.jobs.registry import periodic

KEPT: dict[str, timedelta] = {
    "done": timedelta(days=30),
    "cancelled": timedelta(days=30),
    "failed": timedelta(days=180),
}
"""A job's key guards against a second one for as long as its row is kept."""
PERIODIC_KEPT = timedelta(days=1)
CHUNK = 200


@periodic("jobs.forget", every=timedelta(hours=1), zh="清理旧任务记录", en="Forget old jobs")
def forget() -> None:
    """Delete ended jobs after their time, a few at a time: each deletion locks SQLite."""
    for state, age in KEPT.items():
        _delete(STATES[state] & Q(finished_at__lt=clock.now() - age))
    ended_runs = Q(owner_id=None, finished_at__lt=clock.now() - PERIODIC_KEPT)
    _delete(STATES["done"] & ended_runs)


def _delete(which: Q) -> None:
    while chunk := list(Job.objects.filter(which).values_list("pk", flat=True)[:CHUNK]):
        Job.objects.filter(pk__in=chunk).delete()
