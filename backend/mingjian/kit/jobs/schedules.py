"""Periodic jobs: whoever moves ``next_run_at`` first enqueues the run."""

from datetime import datetime, timedelta

from django.db import transaction

from mingjian.kit import clock
from mingjian.kit.jobs import registry
from mingjian.kit.jobs.enqueueing import enqueue
from mingjian.kit.jobs.models import Job, Schedule


def enqueue_due() -> int:
    """Enqueue every periodic job whose time has come; safe in several workers at once."""
    rows = list(Schedule.objects.filter(code__in=registry.schedules))
    if len(rows) < len(registry.schedules):
        return _register()
    return sum(_start(row) for row in rows if row.next_run_at <= clock.now())


def _register() -> int:
    """Give every periodic job of the code its row; new ones are due at once."""
    rows = [Schedule(code=code, next_run_at=clock.now()) for code in registry.schedules]
    return len(Schedule.objects.bulk_create(rows, ignore_conflicts=True))


@transaction.atomic
def _start(schedule: Schedule) -> bool:
    planned = schedule.next_run_at
    later = _after(planned, registry.schedules[schedule.code])
    if not Schedule.objects.filter(pk=schedule.pk, next_run_at=planned).update(next_run_at=later):
        return False
    if not Job.objects.unfinished().filter(code=schedule.code).exists():
        enqueue(registry.named(schedule.code), key=planned.isoformat())
    return True


def _after(planned: datetime, every: timedelta) -> datetime:
    """The first instant of the rhythm that is still to come: missed runs are not made up."""
    return planned + every * ((clock.now() - planned) // every + 1)
